import { deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB_OF_8_BITS = Uint8Array.from([8, 2, 0, 0, 0]);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = joined(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    content,
  );
  return joined(uint32(content.length), named, uint32(crc32(named)));
}

/** A picture of three bytes a point, row by row, as a PNG (ISO/IEC 15948); each row is told by its difference from the one above. */
export function encodePng(width: number, height: number, pixels: Uint8Array | Uint8ClampedArray): Uint8Array {
  const stride = width * 3;
  const rows = new Uint8Array(height * (stride + 1));
  for (let row = 0; row < height; row += 1) {
    const at = row * (stride + 1);
    rows[at] = 2;
    for (let index = 0; index < stride; index += 1) {
      const above = row === 0 ? 0 : (pixels[(row - 1) * stride + index] ?? 0);
      rows[at + 1 + index] = ((pixels[row * stride + index] ?? 0) - above) & 0xff;
    }
  }
  return joined(
    SIGNATURE,
    chunk('IHDR', joined(uint32(width), uint32(height), RGB_OF_8_BITS)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  );
}

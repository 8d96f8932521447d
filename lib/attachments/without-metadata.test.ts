import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawProduct } from '@/lib/demo/pictures/draw';
import { pictureSize } from './picture-size';
import { withoutMetadata } from './without-metadata';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const holds = (bytes: Uint8Array | null, text: string) => Buffer.from(bytes ?? []).includes(text);

/** Exif data with a place in words of ours, which no picture needs, and a turn by 90 degrees. */
const PLACE = 'GPS 51.9225 N 4.47917 E';
const tiff = (orientation: number) =>
  joined(
    bytesOf('II*\0'),
    [8, 0, 0, 0, 2, 0],
    [0x0f, 0x01, 2, 0, PLACE.length, 0, 0, 0, 38, 0, 0, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    [0, 0, 0, 0],
    bytesOf(PLACE),
  );

const segment = (marker: number, content: Uint8Array | readonly number[]) =>
  joined([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff], content);
const exifOf = (orientation: number) => segment(0xe1, joined(bytesOf('Exif\0\0'), tiff(orientation)));
const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];
const JFIF = segment(0xe0, joined(bytesOf('JFIF\0'), [1, 1, 0, 0, 1, 0, 1, 0, 0]));
const COLOURS = segment(0xe2, bytesOf('ICC_PROFILE\0\u0001\u0001sRGB'));
const ADOBE = segment(0xee, bytesOf('Adobe\0\u0064\0\0\0\0\u0001'));
const FRAME = segment(0xc0, [8, 1, 44, 1, 144, 1, 1, 0x11, 0]);
/** A scan with a stuffed byte and a restart in it. */
const SCAN = joined(segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
const PLAIN_JPEG = joined(SOI, JFIF, COLOURS, ADOBE, FRAME, SCAN, SCAN, EOI);
const jpegWith = (exif: Uint8Array) =>
  joined(
    ...[SOI, JFIF, exif, segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0${PLACE}`))],
    ...[segment(0xed, bytesOf(`Photoshop 3.0\0${PLACE}`)), segment(0xfe, bytesOf(PLACE)), COLOURS, ADOBE],
    ...[segment(0xe2, bytesOf(`MPF\0${PLACE}`)), FRAME, SCAN, exif, SCAN, EOI, SOI, exif, EOI],
  );

const chunk = (name: string, content: Uint8Array) => {
  const named = joined(bytesOf(name), content);
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, content.length);
  new DataView(check.buffer).setUint32(0, crc32(named));
  return joined(length, named, check);
};
const PNG = drawProduct('610910', 1);
const pngWith = (...chunks: readonly Uint8Array[]) => joined(PNG.subarray(0, 33), ...chunks, PNG.subarray(33));

const riff = (name: string, content: Uint8Array | readonly number[]) =>
  joined(
    bytesOf(name),
    [content.length & 0xff, content.length >> 8, 0, 0],
    content,
    new Uint8Array(content.length % 2),
  );
const webp = (...chunks: readonly Uint8Array[]) => {
  const content = joined(bytesOf('WEBP'), ...chunks);
  return joined(bytesOf('RIFF'), [content.length & 0xff, content.length >> 8, 0, 0], content);
};
const headOf = (flags: number) => riff('VP8X', [flags, 0, 0, 0, 0x8f, 1, 0, 0x2b, 1, 0]);
const POINTS = riff('VP8L', [0x2f, 0x8f, 0xc1, 0x4a, 0, 7, 7]);

describe('A JPEG', () => {
  it('is kept without places, devices, texts and what follows its end, drawn from the same bytes', () => {
    const kept = withoutMetadata('image/jpeg', jpegWith(exifOf(1)));
    expect(kept).toEqual(PLAIN_JPEG);
  });

  it('that is to be turned still says so, and nothing else', () => {
    const kept = withoutMetadata('image/jpeg', jpegWith(exifOf(6)));
    expect(holds(kept, 'GPS')).toBe(false);
    expect(kept?.length).toBe(PLAIN_JPEG.length + 36);
    // Done again it changes nothing: what was kept is kept the same.
    expect(withoutMetadata('image/jpeg', kept ?? PLAIN_JPEG)).toBe(kept);
    expect(Buffer.from(kept ?? []).indexOf(exifTurn(6))).toBe(SOI.length + JFIF.length);
  });

  it('is kept without the small copy of it that its first segment may hold, which shows what a later cut left out', () => {
    const density = bytesOf('JFIF\0');
    const small = segment(0xe0, joined(density, [1, 2, 0, 0, 72, 0, 72, 2, 1], [1, 2, 3, 4, 5, 6]));
    const kept = withoutMetadata('image/jpeg', joined(SOI, small, exifOf(6), FRAME, SCAN, EOI));
    const bare = segment(0xe0, joined(density, [1, 2, 0, 0, 72, 0, 72, 0, 0]));
    expect(kept).toEqual(joined(SOI, bare, exifTurn(6), FRAME, SCAN, EOI));
    expect(withoutMetadata('image/jpeg', kept ?? small)).toBe(kept);
    // Too short to state a density, it is drawn without.
    const broken = joined(SOI, segment(0xe0, density), FRAME, SCAN, EOI);
    expect(withoutMetadata('image/jpeg', broken)).toEqual(joined(SOI, FRAME, SCAN, EOI));
  });

  it('without any of it is the file that was sent', () => {
    expect(withoutMetadata('image/jpeg', PLAIN_JPEG)).toBe(PLAIN_JPEG);
  });

  it('that was cut off within its points is kept as far as it goes; one without any is broken', () => {
    const cut = PLAIN_JPEG.subarray(0, PLAIN_JPEG.length - 4);
    expect(withoutMetadata('image/jpeg', cut)).toBe(cut);
    for (const broken of [joined(SOI, JFIF, FRAME), joined(SOI, JFIF, FRAME, EOI), joined(SOI, [0xff, 0xe1, 0xff])])
      expect(withoutMetadata('image/jpeg', broken)).toBeNull();
  });
});

function exifTurn(orientation: number): Buffer {
  const turn = joined(bytesOf('MM\0*'), [
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  return Buffer.from(segment(0xe1, joined(bytesOf('Exif\0\0'), turn)));
}

describe('A PNG', () => {
  it('is kept without texts, times, Exif data and what follows its end', () => {
    const noted = pngWith(
      chunk('tEXt', bytesOf(`Comment\0${PLACE}`)),
      chunk('tIME', Uint8Array.from([7, 234, 11, 2, 10, 0, 0])),
      chunk('eXIf', tiff(1)),
      chunk('prVt', bytesOf(PLACE)),
    );
    expect(withoutMetadata('image/png', joined(noted, bytesOf(PLACE)))).toEqual(Uint8Array.from(PNG));
    expect(withoutMetadata('image/png', PNG)).toBe(PNG);
  });

  it('that is to be turned still says so in a chunk whose check is right', () => {
    const kept = withoutMetadata('image/png', pngWith(chunk('eXIf', tiff(8)))) ?? PNG;
    expect(holds(kept, 'GPS')).toBe(false);
    const at = Buffer.from(kept).indexOf('eXIf');
    expect(new DataView(kept.buffer).getUint32(at + 30)).toBe(crc32(kept.subarray(at, at + 30)));
    expect(withoutMetadata('image/png', kept)).toBe(kept);
    expect(pictureSize('image/png', kept)).toEqual({ widthPx: 480, heightPx: 360 });
  });

  it('that breaks off or holds what nobody can draw is broken', () => {
    expect(withoutMetadata('image/png', PNG.subarray(0, PNG.length - 5))).toBeNull();
    expect(withoutMetadata('image/png', pngWith(chunk('CgBI', bytesOf('1234'))))).toBeNull();
  });
});

describe('A WebP', () => {
  it('is kept without Exif and XMP data, and says no more that it has them', () => {
    const noted = webp(
      headOf(0x2c),
      riff('ICCP', [1, 2, 3]),
      POINTS,
      riff('EXIF', tiff(1)),
      riff('XMP ', bytesOf(PLACE)),
    );
    const kept = withoutMetadata('image/webp', joined(noted, bytesOf(PLACE)));
    expect(kept).toEqual(webp(headOf(0x20), riff('ICCP', [1, 2, 3]), POINTS));
    expect(withoutMetadata('image/webp', kept ?? noted)).toBe(kept);
  });

  it('that is to be turned still says so', () => {
    const noted = webp(headOf(0x08), POINTS, riff('EXIF', joined(bytesOf('Exif\0\0'), tiff(3))));
    const kept = withoutMetadata('image/webp', noted) ?? noted;
    expect(holds(kept, 'GPS')).toBe(false);
    expect(kept[20]).toBe(0x08);
    expect(withoutMetadata('image/webp', kept)).toBe(kept);
  });

  it('leaves the bytes that were received as they were, and is broken where it breaks off', () => {
    const noted = Buffer.from(webp(headOf(0x0c), POINTS, riff('EXIF', tiff(1))));
    const before = Buffer.from(noted);
    withoutMetadata('image/webp', noted);
    expect(noted.equals(before)).toBe(true);
    expect(withoutMetadata('image/webp', noted.subarray(0, 40))).toBeNull();
  });
});

it('A paper and a text are kept as they are', () => {
  for (const type of ['application/pdf', 'text/plain'] as const) {
    const bytes = bytesOf('%PDF-1.7 51.9225 N');
    expect(withoutMetadata(type, bytes)).toBe(bytes);
  }
});

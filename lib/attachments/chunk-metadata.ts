import { crc32 } from 'node:zlib';
import { orientationOf, orientationOnly, UPRIGHT } from './orientation';

const lettersOf = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Chunks a PNG is drawn from (W3C PNG, third edition): its points, palette, colours, density, and the frames of a moving one. */
const PNG_DRAWN: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI'],
  ...['sBIT', 'bKGD', 'hIST', 'sPLT', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
];

/**
 * The parts of a PNG that its picture is drawn from, byte for byte, and how it is to be turned: without texts, times, Exif data, what is
 * private to a program, and what follows its end. Null where it is no whole row of chunks.
 */
export function pngWithoutMetadata(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let orientation = UPRIGHT;
  let points = -1;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    const name = lettersOf(bytes, at + 4);
    // A chunk that must be understood and is not of the standard: nobody can say what it draws.
    if (end > bytes.length || (/^[A-Z]/.test(name) && !PNG_DRAWN.includes(name))) return null;
    if (name === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, end - 4));
    if (name === 'IDAT' && points === -1) points = parts.length;
    if (PNG_DRAWN.includes(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') {
      if (points === -1) return null;
      return orientation === UPRIGHT ? parts : parts.toSpliced(points, 0, exifChunk(orientation));
    }
    at = end;
  }
  return null;
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation);
  const chunk = new Uint8Array(12 + tiff.length);
  chunk.set(bytesOf('eXIf'), 4);
  chunk.set(tiff, 8);
  viewOf(chunk).setUint32(0, tiff.length);
  viewOf(chunk).setUint32(8 + tiff.length, crc32(chunk.subarray(4, 8 + tiff.length)));
  return chunk;
}

/** Chunks a WebP is drawn from (RFC 9649). */
const WEBP_DRAWN: readonly string[] = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
const POINTS: readonly string[] = ['VP8 ', 'VP8L', 'ANMF'];
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

/** The same of a WebP: without Exif and XMP data, chunks that are not of the standard, and what follows its end. */
export function webpWithoutMetadata(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = viewOf(bytes);
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const parts: Uint8Array[] = [];
  let [orientation, hasPoints] = [UPRIGHT, false];
  for (let at = 12; at + 8 <= whole; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.length) return null;
    const name = lettersOf(bytes, at);
    if (name === 'EXIF') orientation = orientationOf(tiffOf(bytes.subarray(at + 8, end)));
    if (WEBP_DRAWN.includes(name)) parts.push(bytes.subarray(at, end), new Uint8Array(length % 2));
    hasPoints ||= POINTS.includes(name);
    at = end + (length % 2);
  }
  if (!hasPoints) return null;
  const isTurned = orientation !== UPRIGHT && lettersOf(parts[0] ?? bytes, 0) === 'VP8X';
  if (isTurned) parts.push(riffChunk('EXIF', orientationOnly(orientation)));
  const content = parts.map((part) => (lettersOf(part, 0) === 'VP8X' ? flagged(part, isTurned) : part));
  // Copied, and not cut out: what was received stays as it is.
  const head = Uint8Array.from(bytes.subarray(0, 12));
  const length = content.reduce((sum, part) => sum + part.length, 4);
  viewOf(head).setUint32(4, length, true);
  return [head, ...content];
}

/** Some programs put the name that Exif data have in a JPEG before them. */
const tiffOf = (exif: Uint8Array) => (lettersOf(exif, 0) === 'Exif' ? exif.subarray(6) : exif);

function riffChunk(name: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + content.length);
  chunk.set(bytesOf(name));
  viewOf(chunk).setUint32(4, content.length, true);
  chunk.set(content, 8);
  return chunk;
}

/** The head of an extended WebP, saying of Exif and XMP data what is true now. */
function flagged(head: Uint8Array, hasExif: boolean): Uint8Array {
  const changed = Uint8Array.from(head);
  changed[8] = ((changed[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  return changed;
}

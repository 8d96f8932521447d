import { orientationOf, orientationOnly, UPRIGHT } from './orientation';

const [FILL, TEM, SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [
  0xff, 0x01, 0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe,
];
const EXIF = 'Exif\0\0';
/** The application segments a picture is drawn by: its density, its colour profile, and what its colours are of. */
const DRAWN_BY = [
  [APP0, 'JFIF\0'],
  [APP2, 'ICC_PROFILE\0'],
  [APP14, 'Adobe'],
] as const;

/** Bytes of a JFIF segment up to its density, marker and length included; the size of a small copy and its points follow (ISO/IEC 10918-5). */
const JFIF_BYTES = 16;

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
const isApplication = (marker: number) => marker >= APP0 && marker <= 0xef;

/**
 * The parts of a JPEG (ITU-T T.81) that its picture is drawn from, byte for byte, and how it is to be turned. Left out are Exif, XMP, IPTC
 * and every other application segment, comments, and whatever follows the end of the picture: places, devices, names and small copies
 * stand there. Null where it is no whole row of segments up to a picture.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): readonly Uint8Array[] | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation: number | null = null;
  let hasPicture = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== FILL || marker === 0 || marker === SOI) return null;
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === EOI) return hasPicture ? turned([...parts, bytes.subarray(at, at + 2)], orientation) : null;
    if (marker === TEM || isRestart(marker)) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === APP1 && begins(segment, EXIF)) orientation ??= orientationOf(segment.subarray(4 + EXIF.length));
    if (isDrawn(marker, segment)) parts.push(marker === APP0 ? withoutSmallCopy(segment) : segment);
    hasPicture ||= marker === SOS;
    at = end;
  }
  // One that was cut off within its picture is shown as far as it goes.
  return hasPicture ? turned(parts, orientation) : null;
}

function isDrawn(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (!isApplication(marker)) return true;
  if (marker === APP0 && segment.length < JFIF_BYTES + 2) return false;
  return DRAWN_BY.some(([kind, name]) => kind === marker && begins(segment, name));
}

/** A segment of the density, as it is where it holds no small copy of the picture. */
function withoutSmallCopy(segment: Uint8Array): Uint8Array {
  const [width, height] = segment.subarray(JFIF_BYTES);
  if (width === 0 && height === 0 && segment.length === JFIF_BYTES + 2) return segment;
  const bare = new Uint8Array(JFIF_BYTES + 2);
  bare.set(segment.subarray(0, JFIF_BYTES));
  bare.set([0, JFIF_BYTES], 2);
  return bare;
}

/** Whether a segment, after its marker and length, begins with a name. */
const begins = (segment: Uint8Array, name: string) =>
  [...name].every((letter, index) => segment[4 + index] === letter.charCodeAt(0));

/** Where the points of a scan end: at the next marker that is neither a stuffed byte nor a restart, or where the file ends. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(FILL, from); at !== -1; at = bytes.indexOf(FILL, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== FILL && !isRestart(next)) return at;
  }
  return Math.max(from, bytes.length);
}

/** The parts with a segment that says how to turn the picture, where it is not upright: after the density, which comes first. */
function turned(parts: readonly Uint8Array[], orientation: number | null): readonly Uint8Array[] {
  if (orientation === null || orientation === UPRIGHT) return parts;
  const tiff = orientationOnly(orientation);
  const segment = new Uint8Array(4 + EXIF.length + tiff.length);
  segment.set([FILL, APP1, 0, segment.length - 2]);
  segment.set(
    Uint8Array.from(EXIF, (letter) => letter.charCodeAt(0)),
    4,
  );
  segment.set(tiff, 4 + EXIF.length);
  const after = parts[1]?.[1] === APP0 ? 2 : 1;
  return [...parts.slice(0, after), segment, ...parts.slice(after)];
}

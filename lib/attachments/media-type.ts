import type { MediaType } from './kinds';
import { pictureSize, type Size } from './picture-size';

/** What bytes are: one of the types that are kept, or the name of what they are instead. */
export type Content =
  | { readonly ok: true; readonly mediaType: MediaType; readonly size: Size | null }
  | { readonly ok: false; readonly found: string; readonly isBroken: boolean };

const HEAD_BYTES = 8;
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff]);
const [RIFF, WEBP, PDF] = [bytesOf('RIFF'), bytesOf('WEBP'), bytesOf('%PDF-')];

/** Beginnings of what people send by mistake, so that the refusal can name it. */
const OTHERS: readonly (readonly [name: string, start: Uint8Array])[] = [
  ['GIF', bytesOf('GIF8')],
  ['TIFF', Uint8Array.from([0x49, 0x49, 0x2a, 0x00])],
  ['TIFF', Uint8Array.from([0x4d, 0x4d, 0x00, 0x2a])],
  ['BMP', bytesOf('BM')],
  ['a ZIP or Office file', Uint8Array.from([0x50, 0x4b, 0x03, 0x04])],
  ['an old Office file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['a program', bytesOf('MZ')],
  ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46])],
  ['text in UTF-16', Uint8Array.from([0xff, 0xfe])],
  ['text in UTF-16', Uint8Array.from([0xfe, 0xff])],
];

const startsWith = (bytes: Uint8Array, start: Uint8Array, at = 0) =>
  start.every((byte, index) => bytes[at + index] === byte);

/** Decides by the bytes alone what they are. Text that begins as markup is markup, whatever it goes on with. */
export function contentOf(bytes: Uint8Array): Content {
  if (startsWith(bytes, PNG)) return picture('image/png', 'PNG', bytes);
  if (startsWith(bytes, JPEG)) return picture('image/jpeg', 'JPEG', bytes);
  if (startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8)) return picture('image/webp', 'WebP', bytes);
  if (startsWith(bytes, PDF)) return { ok: true, mediaType: 'application/pdf', size: null };
  if (startsWith(bytes.subarray(4), bytesOf('ftyp'))) return unknown('HEIC, AVIF or a film');
  const other = OTHERS.find(([, start]) => startsWith(bytes, start));
  if (other) return unknown(other[0]);
  const text = textOf(bytes);
  if (text === null) return unknown(hexOf(bytes));
  const markup = markupOf(text);
  return markup ? unknown(markup) : { ok: true, mediaType: 'text/plain', size: null };
}

const unknown = (found: string): Content => ({ ok: false, found, isBroken: false });

function picture(mediaType: MediaType, name: string, bytes: Uint8Array): Content {
  const size = pictureSize(mediaType, bytes);
  return size ? { ok: true, mediaType, size } : { ok: false, found: name, isBroken: true };
}

/** Bytes as text: UTF-8 without control characters but tabs and ends of lines; null where they are something else. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[^\P{Cc}\t\n\r]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The kind of markup a text begins as; null where it begins as words. */
function markupOf(text: string): string | null {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (!/^<[a-z!?/]/.test(start)) return null;
  if (/<svg[\s/>]/.test(start)) return 'SVG';
  return /^<(!doctype html|html|head|body|script|!--)/.test(start) ? 'HTML' : 'XML or HTML';
}

const hexOf = (bytes: Uint8Array) =>
  `bytes ${[...bytes.subarray(0, HEAD_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;

import { binaryKind } from './other-kind';
import type { IntakeFormat } from './staged-row';

const BY_MEDIA_TYPE: ReadonlyMap<string, IntakeFormat> = new Map([
  ['text/csv', 'csv'],
  ['application/csv', 'csv'],
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  ['application/x-jsonlines', 'ndjson'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
]);
/** What browsers and clients send when they do not know; then the text itself decides. */
const UNDECIDED = new Set(['', 'text/plain', 'application/octet-stream', 'application/vnd.ms-excel']);

const SNIFFED_BYTES = 65_536;

function firstText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes.subarray(0, SNIFFED_BYTES)).trimStart();
}

function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !('consignments' in value);
  } catch {
    return false;
  }
}

/** What is read: ASCII is UTF-8 as well. */
const CHARSETS = new Set(['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'ascii']);

/** The charset a media type claims that is none we read; null where it is one, or nothing is said. */
export function unreadCharset(contentType: string): string | null {
  const [, charset = ''] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  return charset === '' || CHARSETS.has(charset.toLowerCase()) ? null : charset;
}

/**
 * The format of a submission by its media type or, where that says nothing, by its first bytes; null when it is none of
 * ours (archives, spreadsheets and PDF included). Parameters of the media type say nothing of it; `unreadCharset` judges its charset.
 */
export function detectFormat(contentType: string, firstBytes: Uint8Array): IntakeFormat | null {
  if (binaryKind(firstBytes)) return null;
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const declared = BY_MEDIA_TYPE.get(mediaType);
  if (declared) return declared;
  if (!UNDECIDED.has(mediaType)) return null;
  const text = firstText(firstBytes);
  if (text.startsWith('<')) return 'xml';
  if (text.startsWith('[')) return 'json';
  const firstLine = (text.split('\n')[0] ?? '').trim();
  if (text.startsWith('{')) return isJsonObject(firstLine) ? 'ndjson' : 'json';
  return firstLine.includes('reference') ? 'csv' : null;
}

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

/** What is read: ASCII is UTF-8 as well. */
const CHARSETS = new Set(['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'ascii']);

/** The charset a media type claims that is none we read; null where it is one, or nothing is said. */
export function unreadCharset(contentType: string): string | null {
  const [, charset = ''] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  return charset === '' || CHARSETS.has(charset.toLowerCase()) ? null : charset;
}

/**
 * The format of a submission by its media type; null when it is none of ours. Parameters of the media type say nothing of it;
 * `unreadCharset` judges its charset, and `ofItsKind` whether the bytes evidently are something else.
 */
export function detectFormat(contentType: string): IntakeFormat | null {
  return BY_MEDIA_TYPE.get((contentType.split(';')[0] ?? '').trim().toLowerCase()) ?? null;
}

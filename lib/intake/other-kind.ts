import { fault } from './problem-codes';
import { type IntakeFormat, SubmissionRefusedError } from './staged-row';

/** What a file evidently is that its sender called something else. */
export type OtherKind = 'archive' | 'gzip' | 'pdf' | 'workbook' | 'html' | 'xml' | 'json';

/** Beginning of a file that is looked at. */
const HEAD_BYTES = 1_024;

const SIGNATURES: readonly (readonly [OtherKind, readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** The kind of a binary file by its first bytes: ZIP (XLSX too), gzip, PDF, and the container of old workbooks; null for anything else. */
export function binaryKind(bytes: Uint8Array): OtherKind | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/**
 * How a text of another format begins, where no text of the format it was sent as can begin so. Of CSV only what no header can be
 * meant by: names of columns may stand in brackets.
 */
const BEGINS: Readonly<Record<IntakeFormat, readonly (readonly [OtherKind, RegExp])[]>> = {
  csv: [
    ['html', /^<(?:!doctype html|html[\s>])/i],
    ['xml', /^<(?:\?xml\s|[^<>,;]*\sxmlns[:=])/],
    ['json', /^(?:\{\s*"[^"]*"\s*:|\[\s*\{\s*")/],
  ],
  json: [
    ['html', /^<(?:!doctype html|html[\s>])/i],
    ['xml', /^</],
  ],
  ndjson: [
    ['html', /^<(?:!doctype html|html[\s>])/i],
    ['xml', /^</],
    // A list that goes on in the next line: no line of it is a record.
    ['json', /^\[[ \t]*\r?\n/],
  ],
  xml: [
    ['html', /^<(?:!doctype html|html[\s>])/i],
    ['json', /^[[{]/],
  ],
};

/** What a file evidently is other than the format it was sent as; null where it may be that. */
export function otherKind(format: IntakeFormat, head: Uint8Array): OtherKind | null {
  const binary = binaryKind(head);
  if (binary) return binary;
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('utf8').trimStart();
  return BEGINS[format].find(([, begins]) => begins.test(text))?.[0] ?? null;
}

/** The chunks of a submission, after a look at how it begins. @throws SubmissionRefusedError where it evidently is something else */
export async function* ofItsKind(format: IntakeFormat, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  const judged = (bytes: Uint8Array) => {
    const found = otherKind(format, bytes);
    if (found)
      throw new SubmissionRefusedError([fault('file_other_kind', '', { line: 1, params: { found, sent: format } })]);
    return bytes;
  };
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    yield judged(head);
    head = null;
  }
  if (head !== null && head.length > 0) yield judged(head);
}

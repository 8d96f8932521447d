import { z } from 'zod';
import { ERASED_KINDS } from './codes';

/**
 * One line of the log of erasures that is kept beside the database, so that what was erased stays erased when a backup is restored: ids and
 * nothing of a person. Histories have no ids; they go by their days.
 */
const LINE = z.object({
  batchId: z.guid(),
  kind: z.enum(ERASED_KINDS),
  erasedAt: z.iso.datetime(),
  policyVersion: z.string(),
  /** Of consignments, attachments or submissions; of a refused record the submission, a bar and its number. */
  ids: z.array(z.string()),
});
export type ErasureLine = z.infer<typeof LINE>;

export const lineOf = (line: ErasureLine): string => `${JSON.stringify(line)}\n`;

/** The batches a log tells of, in its order, each once, and the numbers of lines that are none. */
export function readErasures(text: string): {
  readonly lines: readonly ErasureLine[];
  readonly unread: readonly number[];
} {
  const byBatch = new Map<string, ErasureLine>();
  const unread: number[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const parsed = LINE.safeParse(parsedJson(raw));
    if (parsed.success) byBatch.set(parsed.data.batchId, parsed.data);
    else unread.push(index + 1);
  }
  return { lines: [...byBatch.values()], unread };
}

function parsedJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

/** A refused record as it stands in a line. */
export const recordId = (submissionId: string, recordNumber: number): string => `${submissionId}|${recordNumber}`;

export function recordOf(id: string): { readonly submissionId: string; readonly recordNumber: number } | null {
  const [submissionId = '', number = ''] = id.split('|');
  return z.guid().safeParse(submissionId).success && /^\d{1,9}$/.test(number)
    ? { submissionId, recordNumber: Number(number) }
    : null;
}

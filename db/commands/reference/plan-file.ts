import 'server-only';
import { setImmediate as pause } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { codes, parameters } from '@/db/schema';
import { type CsvRecord, csvRecords } from '@/lib/intake/csv-records';
import { decodeText } from '@/lib/intake/decode-text';
import { MAX_RECORD_CHARS } from '@/lib/intake/limits';
import { fault } from '@/lib/intake/problem-codes';
import { SubmissionRefusedError } from '@/lib/intake/staged-row';
import { InvalidInputError } from '@/lib/kernel/errors';
import { faultOf } from '@/lib/policy/rows-in-force';
import { isParameterList, type ReferenceKind, ROW_KINDS } from '@/lib/reference/kinds';
import { textLines } from '@/lib/reference/lines';
import { type LoadPlan, planLoad } from '@/lib/reference/plan';
import { isTextSeries, type ReferenceFile, readReference } from '@/lib/reference/read-reference';
import type { StandingRow } from '@/lib/reference/row';

export type Asked = { readonly kind: ReferenceKind; readonly series: string | null; readonly validFrom: string };

/** Bytes read between two pauses: a long file must not keep the server from answering. */
const PIECE_BYTES = 65_536;

async function* unhurried(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      await pause();
      yield chunk.subarray(start, start + PIECE_BYTES);
    }
  }
}

/** The table the rows of a list live in. */
function tableOf(kind: ReferenceKind): typeof codes | typeof parameters {
  return isParameterList(kind) ? parameters : codes;
}

/** Every row of a list, whenever it acts. */
export async function standingRows(from: Executor, kind: ReferenceKind): Promise<StandingRow[]> {
  const table = tableOf(kind);
  const { kind: rowKind, key, validFrom, revision, validTo, value, source, edition } = table;
  const rows = await from
    .select({ rowKind, key, validFrom, revision, validTo, value, source, edition })
    .from(table)
    .where(inArray(rowKind, [...ROW_KINDS[kind]]));
  return rows as StandingRow[];
}

/**
 * Reads a file and works out what it changes in the rows as they stand. Currency and territory are those of today.
 * @throws InvalidInputError where the file cannot be read as this list
 */
export async function planFile(
  from: Executor,
  asked: Asked,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  today: string,
): Promise<{ file: ReferenceFile; plan: LoadPlan }> {
  const { kind, series, validFrom } = asked;
  const { currency, territory } = await policyInForce(from, today);
  const texts = decodeText(unhurried(chunks));
  const records = isTextSeries(kind, series) ? textLines(texts) : wholeRecords(csvRecords(texts));
  const reading = { series, validFrom, currency, territory, faultOf: isParameterList(kind) ? faultOf : () => null };
  const file = await readReference(kind, records, reading).catch((error: unknown) => {
    throw error instanceof SubmissionRefusedError ? new InvalidInputError(error.problems) : error;
  });
  const options = { layout: file.layout, validFrom, isWhole: file.rowsRefused === 0 };
  const plan = await planLoad(await standingRows(from, kind), file.rows, options, pause);
  return { file, plan };
}

/** A row of a list that is too long to be read refuses the list: without it nobody can say what the list is. */
async function* wholeRecords(records: AsyncIterable<CsvRecord>): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    const { line, cutTo } = record;
    if (cutTo !== undefined) {
      const params = { limit: MAX_RECORD_CHARS, quote: 'none', lastLine: cutTo };
      throw new SubmissionRefusedError([fault('file_record_too_long', '', { line, params })]);
    }
    yield record;
  }
}

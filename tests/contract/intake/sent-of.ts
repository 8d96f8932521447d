import { assembleRecord } from '@/lib/intake/assemble-record';
import { readRows } from '@/lib/intake/read-rows';
import type { IntakeFormat, ReadOptions, StagedRow } from '@/lib/intake/staged-row';

/** The rows of a submission sent in one piece. */
export async function rowsOf(format: IntakeFormat, text: string, settings: ReadOptions = {}): Promise<StagedRow[]> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const rows: StagedRow[] = [];
  for await (const row of readRows(format, chunks(), settings)) rows.push(row);
  return rows;
}

/** The only record of a submission as it was sent, with what its message does. */
export async function sentOf(format: IntakeFormat, text: string, settings: ReadOptions = {}) {
  const [row] = await rowsOf(format, text, settings);
  const assembled = assembleRecord(row ? [row] : []);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.problems));
  return assembled;
}

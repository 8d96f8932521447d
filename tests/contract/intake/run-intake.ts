import { itemValuesOf } from '@/lib/charges/value';
import { OWN_CODE_LISTS } from '@/lib/codes/code-lists';
import { assembleRecord } from '@/lib/intake/assemble-record';
import type { JudgeContext } from '@/lib/intake/judgement';
import { locateProblems } from '@/lib/intake/locate-problems';
import { readRows } from '@/lib/intake/read-rows';
import { type IntakeFormat, type ReadOptions, type StagedRow, SubmissionRefusedError } from '@/lib/intake/staged-row';
import { type ValidatedRecord, validateRecord } from '@/lib/intake/validate-record';
import type { Problem } from '@/lib/kernel/problem';
import { policyOn } from '../../support/records';

export const NOW = new Date('2026-03-02T00:00:00Z');
export const OFFICES: ReadonlySet<string> = new Set(['NLRTM', 'DEFRA']);

const policy = policyOn('2026-03-02');
const CONTEXT: JudgeContext = {
  offices: OFFICES,
  codes: OWN_CODE_LISTS,
  now: NOW,
  policy,
  valuesOf: (items) => itemValuesOf(items, policy.lawInForce),
};

export type Judged = { readonly rows: readonly StagedRow[]; readonly outcome: ValidatedRecord };
export type Intake = {
  /** Faults of the whole file; nothing else counts then. */
  readonly refused: readonly Problem[];
  readonly records: readonly Judged[];
  readonly notices: readonly Problem[];
  readonly header: string | null;
};

async function* sliced(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function judge(rows: readonly StagedRow[]): ValidatedRecord {
  const assembled = assembleRecord(rows);
  const outcome = assembled.ok ? validateRecord(assembled.sent, CONTEXT) : assembled;
  return outcome.ok
    ? { ...outcome, warnings: locateProblems(outcome.warnings, rows, assembled.ok ? assembled.places : undefined) }
    : { ...outcome, problems: locateProblems(outcome.problems, rows, assembled.ok ? assembled.places : undefined) };
}

/** Reads, groups and judges a submission the way the intake does, in slices of a given size, without a database. */
export async function runIntake(
  format: IntakeFormat,
  sent: string | Uint8Array,
  sliceBytes = 65_536,
  settings: ReadOptions = {},
): Promise<Intake> {
  const bytes = typeof sent === 'string' ? Buffer.from(sent) : sent;
  const groups = new Map<string, StagedRow[]>();
  const notices: Problem[] = [];
  let header: string | null = null;
  const options: ReadOptions = {
    ...settings,
    onNotice: (notice) => notices.push(notice),
    onHeader: (found) => {
      header = found;
    },
  };
  try {
    for await (const row of readRows(format, sliced(bytes, sliceBytes), options)) {
      const key =
        format === 'csv' && row.reference !== null ? `reference ${row.reference}` : `line ${row.line} ${groups.size}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  } catch (error) {
    if (!(error instanceof SubmissionRefusedError)) throw error;
    return { refused: error.problems, records: [], notices, header };
  }
  const records = [...groups.values()].map((rows) => ({ rows, outcome: judge(rows) }));
  return { refused: [], records, notices, header };
}

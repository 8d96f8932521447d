import type { Problem } from '@/lib/kernel/problem';

export const INTAKE_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type IntakeFormat = (typeof INTAKE_FORMATS)[number];

/**
 * One row of a submission. `line` is the physical line it starts on (1-based), `raw` the text exactly as sent without its
 * line end, `content` the JSON text of a SentRecord: one item for a CSV row, the whole record for JSON and NDJSON, `null`
 * where the row cannot be read. `problems` says why; such a row refuses its consignment and nothing else.
 */
export type StagedRow = {
  readonly line: number;
  readonly reference: string | null;
  readonly raw: string;
  readonly content: string;
  readonly problems: readonly Problem[];
};

/** What the partner's settings and the caller contribute to reading. */
export type ReadOptions = {
  /** Office of ITMATT-shaped items that name none. */
  readonly defaultOffice?: string | undefined;
  /** Days from posting to arrival agreed with the partner, for ITMATT-shaped items that name no arrival. */
  readonly transitDays?: number | undefined;
  /** Called with each remark on the file as a whole (an unknown column), once per remark; such remarks are warnings. */
  readonly onNotice?: ((notice: Problem) => void) | undefined;
  /** Called once with the header of a CSV file exactly as sent, before the first row. */
  readonly onHeader?: ((header: string) => void) | undefined;
};

/** The submission as a whole cannot be read: nothing of it may be used, rows already handed out included. */
export class SubmissionRefusedError extends Error {
  override readonly name = 'SubmissionRefusedError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code} at line ${problem.line ?? 1}`).join(', '));
  }
}

/** A row that cannot be read, with its faults in place of content. */
export function unreadableRow(row: Omit<StagedRow, 'content' | 'problems'>, problems: readonly Problem[]): StagedRow {
  return { ...row, content: 'null', problems };
}

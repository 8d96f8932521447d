import type { Channel } from '@/lib/consignment/codes';
import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import type { Layout } from './layout';

export const INTAKE_FORMATS = ['csv', 'json', 'ndjson', 'xml'] as const;
export type IntakeFormat = (typeof INTAKE_FORMATS)[number];

/**
 * One row of a submission. `line` is the physical line it starts on (1-based), `raw` the text exactly as sent without its
 * line end, `content` the JSON text of a StagedContent: one item for a CSV row, the whole record for other formats, `null`
 * where the row cannot be read. `problems` says why; such a row refuses its consignment and nothing else.
 */
export type StagedRow = {
  readonly line: number;
  readonly reference: string | null;
  readonly raw: string;
  readonly content: string;
  readonly problems: readonly Problem[];
};

/** Where each field stood in an XML message, by pointer: line and element path. For messages to the sender only. */
export type Places = Readonly<Record<string, readonly [line: number, path: string]>>;

/**
 * What a message does to a consignment that was lodged before. `mrn` and `reference` name it, the first that is known counts;
 * the record of an amendment holds only what it replaces.
 */
export type SentAct = {
  readonly act: 'amend' | 'cancel';
  readonly mrn?: string | undefined;
  readonly reference?: string | undefined;
  /** Why, in the sender's words. */
  readonly reason?: string | undefined;
};

/** A sent record with what is not part of its content: where it stood and, unless it lodges a consignment, what it does. */
export type StagedContent = SentRecord & { readonly places?: Places; readonly act?: SentAct };

/** What the partner's settings and the caller contribute to reading. */
export type ReadOptions = {
  /** Office of postal items and declarations that name none of ours. */
  readonly defaultOffice?: string | undefined;
  /** Channel of declarations whose mode of transport does not tell it. */
  readonly defaultChannel?: Channel | undefined;
  /** Days from posting to arrival agreed with the partner, for postal items and declarations that name no arrival. */
  readonly transitDays?: number | undefined;
  /** When it was received: declarations bear no date of posting. */
  readonly receivedAt?: Date | undefined;
  /** How files of the sender that are not in our columns are read, by the fingerprint of their header. */
  readonly layouts?: ReadonlyMap<string, Layout> | undefined;
  /** Called once, before the first row, with the fingerprint of the layout a CSV file is read by; never for our own columns. */
  readonly onLayout?: ((fingerprint: string) => void) | undefined;
  /** Called with each remark on the file as a whole (an unknown column), once per remark; such remarks are warnings. */
  readonly onNotice?: ((notice: Problem) => void) | undefined;
  /** Called once, before the first row, with what stands around all rows exactly as sent: the header of a CSV file, the root's start tag of an XML document. */
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

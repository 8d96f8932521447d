import type { ConsignmentAnswer } from '@/lib/api/consignment-schema';
import type { AcknowledgementAnswer, SubmissionAnswer } from '@/lib/api/schemas';

/** What a trial would have come to, as the API tells it; kept until the trial expires. */
export type SandboxOutcome = {
  readonly submission: SubmissionAnswer;
  readonly acknowledgements: readonly AcknowledgementAnswer[];
  /** The refused rows as sent, with their problems, as CSV. */
  readonly problemsCsv: string;
  /** Consignments of the trial's records that were not refused, by reference. */
  readonly consignments: Readonly<Record<string, ConsignmentAnswer>>;
};

import type { ConsignmentAnswer, SubmissionAnswer } from '@/lib/api/schemas';

/** What a trial would have come to, as the API tells it; kept until the trial expires. */
export type SandboxOutcome = {
  readonly submission: SubmissionAnswer;
  /** The refused rows as sent, with their problems, as CSV. */
  readonly problemsCsv: string;
  /** Consignments the trial lodged, amended or withdrew, by reference. */
  readonly consignments: Readonly<Record<string, ConsignmentAnswer>>;
};

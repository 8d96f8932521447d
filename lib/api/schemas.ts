import { z } from 'zod';
import { RECORD_OUTCOMES, STANDING_CODES } from '@/lib/answers/acknowledgement';
import { RESPONSE_KINDS } from '@/lib/answers/responses';
import { TOLD_STATUSES } from '@/lib/clearance/told-status';
import { RELEASE_CATEGORIES } from '@/lib/consignment/codes';
import { count, instant, named, params, sandbox } from './named-schema';

const PLACED = {
  line: z.int().min(1).nullable(),
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  value: z.string().nullable(),
};

export const RECORD_PROBLEM = named('RecordProblem', z.object({ ...PLACED, severity: z.enum(['error', 'warning']) }));

export const SUBMISSION_STATES = ['receiving', 'stored', 'staging', 'processing', 'finished', 'refused'] as const;

const COUNTS = {
  received: count,
  accepted: count,
  quarantined: count,
  unchanged: count,
  updated: count,
  pending: count,
  withdrawn: count,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  acknowledgements: z.string(),
};

/** How many of the refused records have their problems in this answer, of how many, and where those of all are read. */
const REFUSED_TOLD = z.object({ told: count, total: count, waiting: count, next: z.string().nullable() });

/** Refused records of a submission that were mended and sent again: they stand by the submissions that took them, whatever is undone. */
const MENDED = z.object({
  records: count,
  by: z.array(
    z.object({ submissionId: z.uuid(), records: count, references: z.array(z.string()), isUndone: z.boolean() }),
  ),
  more: count,
  waiting: count,
});

export const SUBMISSION = named(
  'Submission',
  z.object({
    submissionId: z.uuid(),
    status: z.enum(SUBMISSION_STATES),
    ...COUNTS,
    problems: z.array(RECORD_PROBLEM),
    refusedRecords: REFUSED_TOLD,
    undone: z.object({ at: instant, reason: z.string().nullable() }).optional(),
    mended: MENDED.optional(),
    mapColumnsAt: z.string().optional(),
    sandbox,
  }),
);

/** What became of one record, in the API's own words. */
export const ACKNOWLEDGEMENT = named(
  'Acknowledgement',
  z.object({
    recordNumber: z.int().min(1),
    reference: z.string().nullable(),
    outcome: z.enum(RECORD_OUTCOMES),
    version: z.int().min(1).nullable(),
    status: z.enum(TOLD_STATUSES).nullable(),
    releaseCategory: z.literal(RELEASE_CATEGORIES).nullable(),
    mayChangeUntil: instant.nullable(),
    codes: z.array(z.enum(STANDING_CODES)),
    mendedBy: z.uuid().nullable(),
    problems: z.array(RECORD_PROBLEM),
  }),
);

export const ACKNOWLEDGEMENTS = named(
  'Acknowledgements',
  z.object({
    submissionId: z.uuid(),
    status: z.enum(SUBMISSION_STATES),
    acknowledgements: z.array(ACKNOWLEDGEMENT),
    next: z.string().nullable(),
    sandbox,
  }),
);

export const SUBMISSION_TAKEN = named(
  'SubmissionTaken',
  z.object({ submissionId: z.uuid(), status: z.enum(SUBMISSION_STATES) }),
);

export const RESPONSES = named(
  'Responses',
  z.object({
    reference: z.string(),
    responses: z.array(
      z.object({
        responseId: z.uuid(),
        number: z.int().min(1),
        kind: z.enum(RESPONSE_KINDS),
        functionCode: z.string(),
        version: z.int().min(1).nullable(),
        toldAt: instant,
        href: z.string(),
      }),
    ),
  }),
);

const REASON = z.object({
  code: z.string(),
  message: z.string().optional(),
  pointer: z.string().optional(),
  citation: z.string().optional(),
  params: params.optional(),
});

const PROBLEM_MEMBERS = {
  type: z.string().regex(/^urn:luxor:problem:[a-z_]+$/),
  title: z.string(),
  detail: z.string().optional(),
};

/** RFC 9457. */
export const PROBLEM_DOCUMENT = named(
  'Problem',
  z.object({
    ...PROBLEM_MEMBERS,
    status: z.int().min(400).max(599),
    reasons: z.array(REASON).optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          pointer: z.string(),
          line: z.int().optional(),
          value: z.string().optional(),
          params: params.optional(),
        }),
      )
      .optional(),
  }),
);

/** The same for a file refused as a whole, with the submission it is kept as. */
export const SUBMISSION_REFUSED = named(
  'SubmissionRefused',
  z.object({
    ...PROBLEM_MEMBERS,
    status: z.literal(422),
    submissionId: z.uuid(),
    submissionStatus: z.literal('refused'),
    ...COUNTS,
    problems: z.array(RECORD_PROBLEM),
    refusedRecords: REFUSED_TOLD,
    mapColumnsAt: z.string().optional(),
    sandbox,
  }),
);

export type SubmissionAnswer = z.output<typeof SUBMISSION>;
export type AcknowledgementAnswer = z.output<typeof ACKNOWLEDGEMENT>;

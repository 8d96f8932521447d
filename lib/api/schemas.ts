import { z } from 'zod';
import { RECORD_OUTCOMES, STANDING_CODES } from '@/lib/answers/acknowledgement';
import { RESPONSE_KINDS } from '@/lib/answers/responses';
import { REFERRAL_TYPES } from '@/lib/clearance/reasons';
import { OPEN_REASONS } from '@/lib/revenue/open-charges';

/** Names of the schemas in the document; each answer of the API is typed by one of these. */
export const API_SCHEMAS = z.registry<{ id: string }>();

function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  API_SCHEMAS.add(schema, { id });
  return schema;
}

/** Present, and true, where nothing of it was kept. */
const sandbox = z.literal(true).optional();
const instant = z.iso.datetime();
const count = z.int().min(0);
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const PLACED = {
  line: z.int().min(1).nullable(),
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  value: z.string().nullable(),
};

export const RECORD_PROBLEM = named('RecordProblem', z.object({ ...PLACED, severity: z.enum(['error', 'warning']) }));

/** What a partner is told of a consignment; a sandbox does not tell whether it would be selected for control. */
export const TOLD_STATES = ['released', 'under_control', 'seized', 'withdrawn'] as const;

export const SUBMISSION_STATES = ['receiving', 'stored', 'staging', 'processing', 'finished', 'refused'] as const;

const COUNTS = {
  received: count,
  accepted: count,
  quarantined: count,
  unchanged: count,
  updated: count,
  withdrawn: count,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  acknowledgements: z.string(),
};

/** How many of the refused records have their problems in this answer, of how many, and where those of all are read. */
const REFUSED_TOLD = z.object({ told: count, total: count, next: z.string().nullable() });

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
    status: z.enum(TOLD_STATES).nullable(),
    mayChangeUntil: instant.nullable(),
    codes: z.array(z.enum(STANDING_CODES)),
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

const AMOUNT = named('Amount', z.object({ amount: z.string(), currency: z.string() }));

const CHARGE_LINE = named(
  'ChargeLine',
  z.object({
    kind: z.enum(['duty', 'vat']),
    itemNumber: z.int().min(1),
    base: AMOUNT,
    ratePercent: z.string().nullable(),
    amount: AMOUNT,
    working: z.object({ code: z.string(), values: params }),
    citation: z.string(),
  }),
);

const OPEN_CHARGE = named(
  'OpenCharge',
  z.object({
    itemNumber: z.int().min(1),
    charge: z.enum(['value', 'duty', 'vat']),
    reason: z.enum(OPEN_REASONS),
  }),
);

const CHARGES = named(
  'Charges',
  z.object({
    currency: z.string(),
    basis: z.enum(['declared', 'corrected']),
    duty: z.string().nullable(),
    vat: z.string().nullable(),
    total: z.string().nullable(),
    customsValue: z.string().nullable(),
    open: z.array(OPEN_CHARGE),
    exciseGoods: z.array(z.object({ itemNumber: z.int().min(1), commodityCode: z.string() })),
    lines: z.array(CHARGE_LINE),
  }),
);

const QUESTION = named(
  'Question',
  z.object({
    referralId: z.uuid(),
    type: z.enum(REFERRAL_TYPES),
    question: z.string(),
    dueAt: instant,
    answer: z.string().nullable(),
  }),
);

export const CONSIGNMENT = named(
  'Consignment',
  z.object({
    reference: z.string(),
    consignmentId: z.guid(),
    version: z.int().min(1),
    status: z.enum(TOLD_STATES).nullable(),
    releasedAt: instant.nullable(),
    withdrawn: z.object({ at: instant, by: z.enum(['partner', 'office']), reason: z.string().nullable() }).nullable(),
    holds: z.array(z.object({ ground: z.string(), placedAt: instant })),
    referrals: z.array(QUESTION),
    charges: CHARGES,
    sandbox,
  }),
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
export type ConsignmentAnswer = z.output<typeof CONSIGNMENT>;

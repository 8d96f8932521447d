import { z } from 'zod';
import { ATTACHMENT_FACTS } from '@/lib/attachments/inputs';
import { MEDIA_TYPES } from '@/lib/attachments/kinds';
import { UNDO_AS_IT_STANDS } from '@/lib/intake/undo-input';
import type { ApiCall } from './call';
import { ATTACHED, CONSIGNMENT, QUESTION } from './consignment-schema';
import { named } from './named-schema';
import { ACKNOWLEDGEMENTS, RESPONSES, SUBMISSION, SUBMISSION_TAKEN } from './schemas';
import { STATISTICS_CALLS } from './statistics-calls';

const KNOWN = ['unauthenticated', 'forbidden', 'rate_limited', 'failed', 'unavailable'] as const;
const FOUND = ['not_found', ...KNOWN] as const;

const submissionId = z.object({ id: z.string().meta({ format: 'uuid' }) });
const reference = z.object({ reference: z.string().min(1).max(35) });

export const SUBMIT = {
  id: 'submit',
  method: 'POST',
  path: '/api/v1/submissions',
  permission: 'intake.submit',
  sandbox: 'sandbox.submit',
  headers: ['idempotency-key', 'x-file-name'],
  takesSubmission: true,
  answers: { 200: { json: SUBMISSION, headers: ['location'] }, 202: { json: SUBMISSION_TAKEN, headers: ['location'] } },
  problems: [
    'idempotency_key_invalid',
    'body_missing',
    'refused',
    'content_type_unsupported',
    'content_encoding_unsupported',
    'charset_unsupported',
    'submission_refused',
    'sandbox_busy',
    ...KNOWN,
  ],
  refusals: [
    'idempotency.conflict',
    'submission.incomplete',
    'submission.too_large',
    'sandbox.too_large',
    'sandbox.too_many_records',
    'sandbox.acts',
  ],
} as const satisfies ApiCall;

export const READ_SUBMISSION = {
  id: 'readSubmission',
  method: 'GET',
  path: '/api/v1/submissions/{id}',
  permission: 'intake.read',
  sandbox: 'sandbox.read',
  pathParameters: submissionId,
  answers: { 200: { json: SUBMISSION } },
  problems: FOUND,
} as const satisfies ApiCall;

export const UNDO_SUBMISSION = {
  id: 'undoSubmission',
  method: 'DELETE',
  path: '/api/v1/submissions/{id}',
  permission: 'intake.undo',
  sandbox: null,
  pathParameters: submissionId,
  query: UNDO_AS_IT_STANDS,
  answers: { 200: { json: SUBMISSION } },
  problems: ['query_invalid', 'refused', ...FOUND],
  refusals: [
    'undo_submission.acted_on',
    'undo_submission.nothing',
    'undo_submission.unfinished',
    'undo_submission.too_large',
  ],
} as const satisfies ApiCall;

/** Acknowledgements of one page at most. */
export const ACKNOWLEDGEMENTS_MAX = 1_000;

export const READ_ACKNOWLEDGEMENTS = {
  id: 'readAcknowledgements',
  method: 'GET',
  path: '/api/v1/submissions/{id}/acknowledgements',
  permission: 'consignment.track',
  sandbox: 'sandbox.read',
  pathParameters: submissionId,
  query: z.object({
    after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
    limit: z.coerce.number().int().min(1).max(ACKNOWLEDGEMENTS_MAX).default(200),
  }),
  headers: ['accept'],
  answers: { 200: { json: ACKNOWLEDGEMENTS, text: ['application/x-ndjson'], headers: ['link'] } },
  problems: ['page_invalid', ...FOUND],
} as const satisfies ApiCall;

export const READ_PROBLEMS = {
  id: 'readProblems',
  method: 'GET',
  path: '/api/v1/submissions/{id}/problems.csv',
  permission: 'intake.read',
  sandbox: 'sandbox.read',
  pathParameters: submissionId,
  answers: { 200: { text: ['text/csv'], headers: ['content-disposition'] } },
  problems: FOUND,
} as const satisfies ApiCall;

export const READ_SENT = {
  id: 'readSent',
  method: 'GET',
  path: '/api/v1/submissions/{id}/sent',
  permission: 'intake.download',
  sandbox: null,
  pathParameters: submissionId,
  answers: { 200: { bytes: ['application/octet-stream'], headers: ['content-disposition'] } },
  problems: FOUND,
} as const satisfies ApiCall;

export const READ_CONSIGNMENT = {
  id: 'readConsignment',
  method: 'GET',
  path: '/api/v1/consignments/{reference}',
  permission: 'consignment.track',
  sandbox: 'sandbox.read',
  pathParameters: reference,
  answers: { 200: { json: CONSIGNMENT } },
  problems: FOUND,
} as const satisfies ApiCall;

export const ATTACH = {
  id: 'attach',
  method: 'POST',
  path: '/api/v1/consignments/{reference}/attachments',
  permission: 'consignment.attach',
  sandbox: null,
  pathParameters: reference,
  query: ATTACHMENT_FACTS,
  headers: ['x-file-name'],
  takesFile: MEDIA_TYPES,
  answers: { 200: { json: ATTACHED }, 201: { json: ATTACHED } },
  problems: ['query_invalid', 'refused', ...FOUND],
  refusals: [
    'attachment.type',
    'attachment.too_large',
    'attachment.empty',
    'attachment.broken_picture',
    'attachment.too_many_points',
    'attachment.too_many',
    'attachment.erased',
    'referral.closed',
    'status.withdrawn',
  ],
} as const satisfies ApiCall;

export const READ_ATTACHMENT = {
  id: 'readAttachment',
  method: 'GET',
  path: '/api/v1/consignments/{reference}/attachments/{attachmentId}',
  permission: 'consignment.open_attachment',
  sandbox: null,
  pathParameters: reference.extend({ attachmentId: z.string() }),
  answers: { 200: { bytes: MEDIA_TYPES, headers: ['content-disposition'] } },
  problems: ['refused', ...FOUND],
  refusals: ['attachment.erased'],
} as const satisfies ApiCall;

export const ANSWER_BODY = named('ReferralAnswer', z.strictObject({ answer: z.string().trim().min(1).max(2000) }));

export const ANSWER = {
  id: 'answer',
  method: 'POST',
  path: '/api/v1/consignments/{reference}/referrals/{referralId}/answer',
  permission: 'clearance.answer',
  sandbox: null,
  pathParameters: reference.extend({ referralId: z.string() }),
  takes: ANSWER_BODY,
  answers: { 200: { json: QUESTION } },
  problems: ['body_missing', 'invalid_input', 'refused', ...FOUND],
  refusals: ['referral.closed'],
} as const satisfies ApiCall;

export const LIST_RESPONSES = {
  id: 'listResponses',
  method: 'GET',
  path: '/api/v1/consignments/{reference}/responses',
  permission: 'consignment.track',
  sandbox: null,
  pathParameters: reference,
  answers: { 200: { json: RESPONSES } },
  problems: FOUND,
} as const satisfies ApiCall;

export const READ_RESPONSE = {
  id: 'readResponse',
  method: 'GET',
  path: '/api/v1/consignments/{reference}/responses/{n}',
  permission: 'consignment.track',
  sandbox: null,
  pathParameters: reference.extend({ n: z.string() }),
  answers: { 200: { text: ['application/xml'], headers: ['content-disposition'] } },
  problems: FOUND,
} as const satisfies ApiCall;

export const READ_DOCUMENT = {
  id: 'readDocument',
  method: 'GET',
  path: '/api/v1/openapi.json',
  permission: null,
  sandbox: null,
  answers: { 200: { json: z.looseObject({ openapi: z.literal('3.1.0') }) } },
  problems: ['unauthenticated', 'failed', 'unavailable'],
} as const satisfies ApiCall;

/** Every call under `/api/v1`, in the order a sender meets them. */
export const API_CALLS: readonly ApiCall[] = [
  SUBMIT,
  READ_SUBMISSION,
  READ_ACKNOWLEDGEMENTS,
  READ_PROBLEMS,
  READ_SENT,
  UNDO_SUBMISSION,
  READ_CONSIGNMENT,
  ATTACH,
  READ_ATTACHMENT,
  ANSWER,
  LIST_RESPONSES,
  READ_RESPONSE,
  ...STATISTICS_CALLS,
  READ_DOCUMENT,
];

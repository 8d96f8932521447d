import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { sentFileName } from '@/app/_server/sent-file-name';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { detectFormat } from '@/lib/intake/detect-format';
import { answerOf, refusalOf } from './answer';

/** Bodies up to this size are processed while the sender waits; about 500 records. */
const INLINE_BYTES = 512 * 1024;
const INLINE_PROBLEMS = 1_000;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/** Takes one submission of advance data: the bytes are safe before the answer is given. */
export const POST = defineRoute('intake.submit', async ({ actor, request }) => {
  const contentType = request.headers.get('content-type') ?? '';
  const idempotencyKey = request.headers.get('idempotency-key');
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    return problemResponse(400, 'idempotency_key_invalid');
  }
  if (request.headers.has('content-encoding')) return problemResponse(415, 'content_encoding_unsupported');
  const format = detectFormat(contentType, new Uint8Array());
  if (!format) return problemResponse(415, 'content_type_unsupported', { detail: contentType.slice(0, 100) });
  if (!request.body) return problemResponse(400, 'body_missing');

  const announced = request.headers.get('content-length');
  const received = await receiveSubmission(actor, {
    format,
    contentType,
    fileName: sentFileName(request.headers),
    idempotencyKey,
    announcedBytes: announced === null ? null : Number(announced),
    body: request.body as unknown as AsyncIterable<Uint8Array>,
  });
  if (received.sizeBytes <= INLINE_BYTES) await settleSubmission(actor, received.submissionId);

  const submission = await getSubmission(actor, received.submissionId);
  const isDone = submission.status === 'finished' || submission.status === 'refused';
  const headers = { location: `/api/v1/submissions/${received.submissionId}` };
  if (!isDone)
    return Response.json({ submissionId: received.submissionId, status: submission.status }, { status: 202, headers });
  if (submission.status === 'refused') return refusalOf(submission, headers);
  const refused = await listQuarantined(actor, received.submissionId, 0, INLINE_PROBLEMS);
  return Response.json(answerOf(submission, refused), { headers });
});

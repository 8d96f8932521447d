import type { NextRequest } from 'next/server';
import { defineCall, type Replies } from '@/app/_server/define-call';
import { sentFileName } from '@/app/_server/sent-file-name';
import { type ReceiveInput, receiveSubmission } from '@/db/commands/intake/receive-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { SandboxBusyError } from '@/db/commands/sandbox/one-at-a-time';
import { submitToSandbox } from '@/db/commands/sandbox/submit-to-sandbox';
import { getSubmission, listRefused } from '@/db/queries/intake/get-submission';
import { SUBMIT } from '@/lib/api/calls';
import { submissionAnswer } from '@/lib/api/submission-answer';
import { detectFormat, unreadCharset } from '@/lib/intake/detect-format';
import { tellOutcome } from './answer';

/** Bodies up to this size are processed while the sender waits; about 500 records. */
const INLINE_BYTES = 512 * 1024;
const INLINE_PROBLEMS = 1_000;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/** Takes one submission of advance data: the bytes are safe before the answer is given. A sandbox key's leave no trace. */
export const POST = defineCall(
  SUBMIT,
  async ({ actor, request, answer, problem }) => {
    const input = inputOf(request, problem);
    if (!('body' in input)) return input;
    const received = await receiveSubmission(actor, input);
    if (received.sizeBytes <= INLINE_BYTES) await settleSubmission(actor, received.submissionId);

    const submission = await getSubmission(actor, received.submissionId);
    if (submission.status !== 'finished' && submission.status !== 'refused') {
      const headers = { location: `/api/v1/submissions/${received.submissionId}` };
      return answer(202, { submissionId: received.submissionId, status: submission.status }, headers);
    }
    const refused = await listRefused(actor, received.submissionId, 0, INLINE_PROBLEMS);
    return tellOutcome({ answer, problem }, submissionAnswer(submission, refused));
  },
  async ({ actor, request, answer, problem }) => {
    const input = inputOf(request, problem);
    if (!('body' in input)) return input;
    try {
      const { submission } = await submitToSandbox(actor, input);
      return tellOutcome({ answer, problem }, submission);
    } catch (error) {
      if (error instanceof SandboxBusyError) return problem('sandbox_busy', { headers: { 'retry-after': '2' } });
      throw error;
    }
  },
);

/** What the request brings, or the problem document that says what is wrong with it. */
function inputOf(request: NextRequest, problem: Replies<typeof SUBMIT>['problem']): ReceiveInput | Promise<Response> {
  const contentType = request.headers.get('content-type') ?? '';
  const idempotencyKey = request.headers.get('idempotency-key');
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) return problem('idempotency_key_invalid');
  if (request.headers.has('content-encoding')) return problem('content_encoding_unsupported');
  const charset = unreadCharset(contentType);
  if (charset !== null) return problem('charset_unsupported', { detail: charset.slice(0, 100) });
  const format = detectFormat(contentType);
  if (!format) return problem('content_type_unsupported', { detail: contentType.slice(0, 100) });
  if (!request.body) return problem('body_missing');
  const announced = request.headers.get('content-length');
  return {
    format,
    contentType,
    fileName: sentFileName(request.headers),
    idempotencyKey,
    announcedBytes: announced === null ? null : Number(announced),
    body: request.body as unknown as AsyncIterable<Uint8Array>,
  };
}

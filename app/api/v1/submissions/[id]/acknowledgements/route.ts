import { defineCall, type Replies } from '@/app/_server/define-call';
import { listAcknowledgements } from '@/db/queries/answers/list-acknowledgements';
import { getSandboxOutcome } from '@/db/queries/sandbox/sandbox-answers';
import { READ_ACKNOWLEDGEMENTS } from '@/lib/api/calls';
import type { AcknowledgementAnswer } from '@/lib/api/schemas';
import { acknowledgementAnswer, acknowledgementsPath } from '@/lib/api/submission-answer';

const NDJSON = 'application/x-ndjson';

/**
 * What became of each record of a submission, in order: as JSON, or line by line where `Accept` asks for NDJSON. `after` is the
 * number of the last record seen, `limit` the size of the page; the next page is named in `next` and in the header `Link`.
 */
export const GET = defineCall(
  READ_ACKNOWLEDGEMENTS,
  async ({ actor, request, params, query, answer, text }) => {
    const { status, format, rows, next } = await listAcknowledgements(actor, params.id, query);
    const answers = rows.map((row) => acknowledgementAnswer(row, format));
    const page = { submissionId: params.id, status, rows: answers, next };
    return told({ answer, text }, request.headers.get('accept'), { ...page, limit: query.limit });
  },
  async ({ actor, request, params, query, answer, text }) => {
    const { submission, acknowledgements } = await getSandboxOutcome(actor, params.id);
    const rest = acknowledgements.filter(({ recordNumber }) => recordNumber > query.after);
    const rows = rest.slice(0, query.limit);
    const next = rest.length > rows.length ? (rows.at(-1)?.recordNumber ?? null) : null;
    const page = { submissionId: params.id, status: submission.status, rows, next };
    return told({ answer, text }, request.headers.get('accept'), { ...page, limit: query.limit, sandbox: true });
  },
);

type Page = {
  submissionId: string;
  status: Parameters<Replies<typeof READ_ACKNOWLEDGEMENTS>['answer']>[1]['status'];
  rows: readonly AcknowledgementAnswer[];
  next: number | null;
  limit: number;
  sandbox?: true;
};

function told(
  { answer, text }: Pick<Replies<typeof READ_ACKNOWLEDGEMENTS>, 'answer' | 'text'>,
  accept: string | null,
  { submissionId, status, rows, next: last, limit, ...sandbox }: Page,
): Response {
  const next = last === null ? null : `${acknowledgementsPath(submissionId)}?after=${last}&limit=${limit}`;
  const headers: Record<string, string> = next ? { link: `<${next}>; rel="next"`, vary: 'accept' } : { vary: 'accept' };
  if (accept?.includes(NDJSON)) {
    return text(200, NDJSON, rows.map((row) => `${JSON.stringify(row)}\n`).join(''), headers);
  }
  return answer(200, { submissionId, status, acknowledgements: rows, next, ...sandbox }, headers);
}

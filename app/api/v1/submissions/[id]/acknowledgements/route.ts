import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import {
  ACKNOWLEDGEMENTS_MAX,
  type Acknowledgement,
  listAcknowledgements,
} from '@/db/queries/answers/list-acknowledgements';
import { explainProblem } from '@/lib/intake/explain-problem';
import { acknowledgementsPath } from '../../answer';

const PAGE = 200;
const NDJSON = 'application/x-ndjson';

/**
 * What became of each record of a submission, in order: as JSON, or line by line where `Accept` asks for NDJSON. `after` is the
 * number of the last record seen, `limit` the size of the page; the next page is named in `next` and in the header `Link`.
 */
export const GET = defineRoute<{ id: string }>('intake.read', async ({ actor, request, params }) => {
  const { searchParams } = request.nextUrl;
  const after = wholeNumber(searchParams.get('after'), 0, 0, 2_147_483_647);
  const limit = wholeNumber(searchParams.get('limit'), PAGE, 1, ACKNOWLEDGEMENTS_MAX);
  if (after === null || limit === null) {
    return problemResponse(400, 'page_invalid', { detail: `after: 0 or more; limit: 1 to ${ACKNOWLEDGEMENTS_MAX}` });
  }
  const page = await listAcknowledgements(actor, params.id, { after, limit });
  const next = page.next === null ? null : `${acknowledgementsPath(params.id)}?after=${page.next}&limit=${limit}`;
  const rows = page.rows.map(toAnswer);
  const headers: Record<string, string> = next ? { link: `<${next}>; rel="next"`, vary: 'accept' } : { vary: 'accept' };
  if (request.headers.get('accept')?.includes(NDJSON)) {
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    return new Response(lines, { headers: { ...headers, 'content-type': NDJSON } });
  }
  const body = { submissionId: params.id, status: page.status, acknowledgements: rows, next };
  return Response.json(body, { headers });
});

function toAnswer({ problems, ...row }: Acknowledgement) {
  return {
    ...row,
    problems: problems.map((problem) => ({
      line: problem.line ?? null,
      pointer: problem.pointer,
      code: problem.code,
      message: explainProblem(problem),
      value: problem.value ?? null,
    })),
  };
}

function wholeNumber(text: string | null, absent: number, least: number, most: number): number | null {
  if (text === null) return absent;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

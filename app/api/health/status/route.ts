import { now } from '@/db/clock';
import { logLine, messageOf } from '@/db/log';
import { standing } from '@/db/queries/operation/standing';
import { isReady } from '@/db/readiness';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { judge, type Verdicts } from '@/lib/operation/heartbeat';

export const dynamic = 'force-dynamic';

/** Asked by everybody, so the database is asked at most so often, whoever asks. */
const KEPT_MS = 5_000;
let kept: { readonly untilMs: number; readonly answer: Promise<Verdicts | null> } | null = null;

async function ask(): Promise<Verdicts | null> {
  if (!(await isReady())) return null;
  const at = now();
  return standing(SYSTEM_ACTOR, at).then(
    (stand) => judge(stand, at),
    (error: unknown) => {
      logLine('warn', 'status.database', { message: messageOf(error) });
      return null;
    },
  );
}

/**
 * How the product is, for everybody: whether people can be served, and what of the background work is behind, without a figure.
 * 200 while people can be served, else 503.
 */
export async function GET(): Promise<Response> {
  const sinceStart = performance.now();
  if (kept === null || sinceStart > kept.untilMs) kept = { untilMs: sinceStart + KEPT_MS, answer: ask() };
  const checks = await kept.answer;
  const headers = { 'Cache-Control': 'no-store' };
  if (!checks)
    return Response.json({ status: 'unavailable' }, { status: 503, headers: { ...headers, 'Retry-After': '5' } });
  const isBehind = Object.values(checks).includes('behind');
  return Response.json({ status: isBehind ? 'behind' : 'ok', checks }, { headers });
}

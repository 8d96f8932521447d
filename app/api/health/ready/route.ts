import { START_TOKEN_HEADER, startToken } from '@/db/env';
import { isReady } from '@/db/readiness';

export const dynamic = 'force-dynamic';

/** 200 when people can be served, else 503. The reason is in the log, not in the answer: nobody signs in to read this. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { 'Cache-Control': 'no-store', [START_TOKEN_HEADER]: startToken() ?? '' };
  return ready
    ? Response.json({ status: 'ready' }, { headers })
    : Response.json({ status: 'unavailable' }, { status: 503, headers: { ...headers, 'Retry-After': '5' } });
}

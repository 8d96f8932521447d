export const dynamic = 'force-dynamic';

/** The process answers. Says nothing of the database: an outage there is no reason to restart this process. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } });
}

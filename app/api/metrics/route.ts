import { createHash, timingSafeEqual } from 'node:crypto';
import { processMetrics, standingMetrics } from '@/app/_server/operation-metrics';
import { requestMetrics } from '@/app/_server/request-metrics';
import { now } from '@/db/clock';
import { env } from '@/db/env';
import { logLine, messageOf } from '@/db/log';
import { standing } from '@/db/queries/operation/standing';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { exposition, type Metric } from '@/lib/operation/exposition';

export const dynamic = 'force-dynamic';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Figures for Prometheus, for whoever bears LUXOR_METRICS_TOKEN; without that setting there is nothing here. The figures of the process are
 * told while the database is away, and that it is.
 */
export async function GET(request: Request): Promise<Response> {
  const token = env().metricsToken;
  const headers = { 'Cache-Control': 'no-store' };
  if (token === undefined) return new Response(null, { status: 404, headers });
  const borne = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (!timingSafeEqual(digest(borne), digest(token))) {
    return new Response(null, {
      status: 401,
      headers: { ...headers, 'WWW-Authenticate': 'Bearer realm="luxor-metrics"' },
    });
  }
  const metrics = [...processMetrics(), ...requestMetrics(), ...(await ofDatabase())];
  return new Response(exposition(metrics), {
    headers: { ...headers, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

async function ofDatabase(): Promise<Metric[]> {
  const answers = (value: 0 | 1): Metric => ({
    ...{ name: 'luxor_database_up', help: 'Whether the database answers', kind: 'gauge' as const },
    samples: [{ value }],
  });
  const at = now();
  try {
    return [answers(1), ...standingMetrics(await standing(SYSTEM_ACTOR, at), at)];
  } catch (error) {
    logLine('warn', 'metrics.database', { message: messageOf(error) });
    return [answers(0)];
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, trace } from '@opentelemetry/api';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '@/db/jobs/run-jobs';
import { startTracing, traced } from '@/db/tracing';
import { inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();

type Sent = {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly name: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly attributes: readonly { readonly key: string }[];
        readonly events: readonly unknown[];
        readonly status: { readonly code?: number; readonly message?: string };
      }[];
    }[];
  }[];
};
const bodies: string[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    bodies.push(body);
    response.setHeader('content-type', 'application/json').end('{}');
  });
});
const spans = () =>
  bodies.flatMap((body) =>
    (JSON.parse(body) as Sent).resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)),
  );

beforeAll(() => new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve)));
afterAll(async () => {
  for (const api of [trace, context, propagation]) api.disable();
  await new Promise((resolve) => collector.close(resolve));
});

describe('Traces', () => {
  it('are not made without a collector', async () => {
    const stop = await startTracing('worker');
    expect(await traced('job nothing', async () => trace.getActiveSpan())).toBeUndefined();
    await stop();
  });

  it('tell a job with its transactions, and of what failed its kind alone', async () => {
    const { port } = collector.address() as AddressInfo;
    const stop = await startTracing('worker', `http://127.0.0.1:${port}`);
    const stopping = new AbortController();
    const run = async () => {
      await inTransaction((tx) => tx.execute(sql`select 1`));
      stopping.abort();
    };
    await runJobs([{ name: 'count-parcels', everyMs: 1, run }], stopping.signal);
    const failing = traced('action consignment.search', async () => {
      trace.getActiveSpan()?.setAttribute('http.target', '/search?q=Xanthippe').recordException(new Error('Xanthippe'));
      throw new RangeError('Xanthippe');
    });
    await expect(failing).rejects.toThrow('Xanthippe');
    await stop();

    const [job, transaction, failed] = ['job count-parcels', 'transaction', 'action consignment.search'].map((name) =>
      spans().find((span) => span.name === name),
    );
    expect(transaction?.parentSpanId).toBe(job?.spanId);
    expect(failed?.status).toEqual({ code: 2 });
    expect(failed?.attributes.map(({ key }) => key)).toEqual(['error.type']);
    expect(bodies.join()).not.toContain('Xanthippe');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { ProcessRef } from '@/db/engine/process-identity';
import { readDemoFile } from '@/db/seed/demo-file';
import type { Instance } from '@/tests/support/instance';
import { besideOfficers } from './beside';
import { watchMemory } from './memory';
import type { Figure } from './report';
import { benchFile, bodyOf } from './rows';

type Status = { status: string; received: number; accepted: number; quarantined: number };

/**
 * Sends consignments as one CSV file through the API of a running instance and waits until the last is in the queue or released;
 * meanwhile an officer reads the queue. Beside it the bare COPY of the same bytes into a table of text columns on the same server.
 */
export async function measureIntake(
  instance: Instance,
  databaseUrl: string,
  wish: { readonly consignments: number; readonly seed: number; readonly label: string },
): Promise<Figure[]> {
  const file = benchFile(wish.consignments, wish.seed, new Date());
  const body = bodyOf(file);
  const rows = file.consignments.reduce((sum, own) => sum + own.length, 0);
  const [worker, web] = ['worker.json', 'web.json'].map(
    (name) => (JSON.parse(readFileSync(join(instance.dataDir, name), 'utf8')) as ProcessRef).pid,
  );

  // Connections the server closed while the file was made are noticed before one of them is used again.
  await sleep(200);
  let seconds = 0;
  const watched = () =>
    watchMemory([worker ?? 0, web ?? 0], async () => {
      const startedAt = performance.now();
      const status = await sendAndFollow(instance, body);
      seconds = (performance.now() - startedAt) / 1000;
      return status;
    });
  const beside = await besideOfficers(instance, wish.label, watched);
  const { result, risenMib } = beside.result;
  if (result.status !== 'finished' || result.received !== file.consignments.length) {
    throw new Error(`The import ended as ${JSON.stringify(result)}.`);
  }
  const copySeconds = await bareCopy(databaseUrl, file.header, body);
  const perSecond = result.received / seconds;
  const copied = result.received / copySeconds;
  const name = (what: string) => `intake_${wish.label}_${what}`;
  return [
    { name: name('consignments'), value: result.received, note: `${rows} rows, ${(body.length / 1e6).toFixed(1)} MB` },
    { name: name('per_s'), value: perSecond, note: 'consignments/s, first byte sent to last one assessed and stored' },
    { name: name('copy_per_s'), value: copied, note: 'consignments/s, bare COPY of the same bytes' },
    { name: name('copy_ratio'), value: copied / perSecond, note: 'times faster COPY is' },
    { name: name('worker_risen_mib'), value: risenMib[0] ?? 0, note: 'memory of the worker over idle, at most' },
    { name: name('web_risen_mib'), value: risenMib[1] ?? 0, note: 'memory of the web server over idle, at most' },
    ...beside.figures,
  ];
}

async function sendAndFollow(instance: Instance, body: Buffer): Promise<Status> {
  const key = readDemoFile(instance.dataDir)?.partners[0]?.key ?? '';
  const headers = { authorization: `Bearer ${key}` };
  const sent = await fetch(`${instance.baseUrl}/api/v1/submissions`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: new Uint8Array(body),
  });
  const { submissionId } = (await sent.json()) as { submissionId?: string };
  if (!submissionId) throw new Error(`The file was not taken: ${sent.status}`);
  for (;;) {
    const answer = await fetch(`${instance.baseUrl}/api/v1/submissions/${submissionId}`, { headers });
    const status = (await answer.json()) as Status;
    if (status.status === 'finished' || status.status === 'refused') return status;
    // As a partner asks; oftener, the asking would be part of what is measured.
    await sleep(1000);
  }
}

async function bareCopy(databaseUrl: string, header: string, body: Buffer): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const columns = header.split(',').map((column) => `"${column}" text`);
    await client.query(`create table public.bench_copy (${columns.join(', ')})`);
    const startedAt = performance.now();
    const copy = client.query(from('copy public.bench_copy from stdin with (format csv, header true)'));
    await pipeline(Readable.from([body]), copy);
    return (performance.now() - startedAt) / 1000;
  } finally {
    await client.query('drop table if exists public.bench_copy');
    await client.end();
  }
}

import { createReadStream, statSync } from 'node:fs';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { env, loadEnvFile } from '../env';
import { readDemoFile } from '../seed/demo-file';
import { Progress } from './progress';

const USAGE = 'Usage: npm run submit -- FILE [--url http://localhost:3000] [--key lux_…]';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.xml': 'application/xml',
};

type Answer = {
  submissionId?: string;
  status?: string;
  received?: number;
  accepted?: number;
  quarantined?: number;
  unchanged?: number;
  updated?: number;
  sandbox?: boolean;
  title?: string;
  reasons?: readonly { message?: string }[];
};
type Target = { readonly url: string; readonly key: string };

/** Sends a file to a running server, shows how far it is, and ends with the counts of the submission. */
async function main(): Promise<void> {
  loadEnvFile();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, key: { type: 'string' } },
  });
  const [path] = positionals;
  const contentType = CONTENT_TYPES[extname(path ?? '').toLowerCase()];
  if (!path || !contentType) throw new Error(`Name a .csv, .json, .ndjson or .xml file.\n${USAGE}`);
  const demo = readDemoFile(join(process.cwd(), env().dataDir));
  const key = values.key ?? demo?.partners[0]?.key;
  if (!key) throw new Error(`Give the partner's key with --key.\n${USAGE}`);
  const target = { url: values.url ?? demo?.url ?? 'http://localhost:3000', key };
  const sent = await send(target, path, contentType);
  if (!sent.submissionId)
    throw new Error(sent.reasons?.[0]?.message ?? sent.title ?? 'The server gave no answer that could be read.');
  const done = await follow(target, sent.submissionId);
  console.log(
    `${done.status}: ${done.received} received = ${done.accepted} accepted + ${done.quarantined} quarantined + ${done.unchanged} unchanged + ${done.updated} updated`,
  );
  console.log(done.sandbox ? 'Sandbox: nothing of it was kept.' : `${target.url}/submissions/${sent.submissionId}`);
}

async function send(target: Target, path: string, contentType: string): Promise<Answer> {
  const size = statSync(path).size;
  const address = new URL('/api/v1/submissions', target.url);
  const open = address.protocol === 'https:' ? secureRequest : request;
  const call = open(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${target.key}`,
      'content-type': contentType,
      'content-length': size,
      'x-file-name': encodeURIComponent(basename(path)),
    },
  });
  const answer = new Promise<string>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve(text));
    });
  });
  let bytes = 0;
  const progress = new Progress('bytes sent');
  const file = createReadStream(path);
  file.on('data', (piece) => {
    bytes += piece.length;
    progress.show(bytes, size);
  });
  await Promise.all([pipeline(file, call), answer]);
  progress.end();
  return JSON.parse(await answer) as Answer;
}

async function follow(target: Target, submissionId: string): Promise<Answer> {
  const progress = new Progress('records processed');
  for (;;) {
    const response = await fetch(new URL(`/api/v1/submissions/${submissionId}`, target.url), {
      headers: { authorization: `Bearer ${target.key}` },
    });
    const answer = (await response.json()) as Answer;
    const { accepted = 0, quarantined = 0, unchanged = 0, updated = 0, received = 0 } = answer;
    progress.show(accepted + quarantined + unchanged + updated, received);
    if (answer.status === 'finished' || answer.status === 'refused') {
      progress.end();
      return answer;
    }
    await sleep(500);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

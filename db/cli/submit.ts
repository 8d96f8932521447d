import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { env, loadEnvFile } from '../env';
import { readDemoFile } from '../seed/demo-file';
import { follow, sendFile } from './submit-file';
import { outcomeLines, reasonOf } from './tell-outcome';

const USAGE = 'Usage: npm run submit -- FILE [--url http://localhost:3000] [--key lux_…] [--sending-key …]';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.xml': 'application/xml',
};

/** Sends a file to a running server, shows how far it is, and ends with the counts of the submission and what was refused. */
async function main(): Promise<void> {
  loadEnvFile();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, key: { type: 'string' }, 'sending-key': { type: 'string' } },
  });
  const [path] = positionals;
  const contentType = CONTENT_TYPES[extname(path ?? '').toLowerCase()];
  if (!path || !contentType) throw new Error(`Name a .csv, .json, .ndjson or .xml file.\n${USAGE}`);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${path}.`);
  const demo = readDemoFile(resolve(env().dataDir));
  const key = values.key ?? demo?.partners[0]?.key;
  if (!key) throw new Error(`Give the partner's key with --key.\n${USAGE}`);
  const url = values.url ?? demo?.url ?? 'http://localhost:3000';
  const target = { url, key, sendingKey: values['sending-key'] ?? randomUUID() };
  const sent = await sendFile(target, path, contentType, process.stdout);
  if (!sent.submissionId) throw new Error(reasonOf(sent));
  const done = await follow(target, sent.submissionId, process.stdout);
  for (const line of outcomeLines(done, target)) console.log(line);
  // A script that sends files finds out that nothing of one was used.
  if (done.status === 'refused') process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claims } from './claims';
import { killImport } from './kill-import';
import { killTraining } from './kill-training';
import { load } from './load';
import { rounds } from './rounds';
import { printOutcome } from './shared/report';
import type { FaultRun, RunOptions } from './shared/run';

/** Every run; a new one is a file beside this one and an entry here. */
const RUNS: readonly FaultRun[] = [load, killImport, killTraining, claims, rounds];

function usage(): string {
  const lines = RUNS.map(({ name, promise, options }) => {
    const flags = Object.entries(options).map(([flag, value]) => `[--${flag} ${value === '' ? '…' : value}]`);
    return `  npm run faults -- ${name === load.name ? `[${name}]` : name} ${flags.join(' ')} [--json]\n      ${promise}`;
  });
  return ['Usage:', ...lines].join('\n');
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`--${name} takes whole numbers above 0, not ${text}.`);
  return value;
}

/** @throws Error with the usage when the words make no sense */
function readWords(): { run: FaultRun; options: RunOptions; asJson: boolean } {
  const given = process.argv.slice(2);
  // Options without a name are those of the run that does everything at once.
  const [name, ...words] = given[0]?.startsWith('--') ? [load.name, ...given] : given;
  const run = RUNS.find((candidate) => candidate.name === name);
  if (!run) throw new Error(usage());
  const flags = Object.entries(run.options).map(
    ([flag, value]) => [flag, { type: 'string', default: String(value) }] as const,
  );
  const { values } = parseArgs({
    args: words,
    options: { ...Object.fromEntries(flags), json: { type: 'boolean', default: false } },
  });
  const { json, ...flagged } = values;
  const options = Object.entries(flagged).map(
    ([flag, text]) => [flag, typeof run.options[flag] === 'number' ? whole(flag, String(text)) : String(text)] as const,
  );
  return { run, options: Object.fromEntries(options), asJson: json === true };
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort(new Error('Stopped.')));
let code = 1;
let folder: string | undefined;
try {
  const { run, options, asJson } = readWords();
  folder = await mkdtemp(join(tmpdir(), `luxor-faults-${run.name}-`));
  // The embedded PostgreSQL may run under another account when root starts it.
  await chmod(folder, 0o755);
  const outcome = await run.run(options, { folder, signal: stopping.signal });
  printOutcome(run.name, outcome, asJson);
  code = outcome.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error && !(error instanceof TypeError) ? error.message : error);
} finally {
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(console.error);
}
process.exit(code);

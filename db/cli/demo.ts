import { parseArgs } from 'node:util';
import { EXAMPLE_IDS, type ExampleId } from '@/lib/codes/example-ids';
import { dayOf } from '@/lib/kernel/dates';
import { runDemo } from '../demo/run-demo';
import { freeSeed, lastSent, MOST_STREAMS } from '../demo/sent-streams';
import { ensureDataFolder } from '../engine/data-folder';
import { withDatabase } from '../engine/with-database';
import { ConfigurationError, env, loadEnvFile } from '../env';
import { migrateDatabase } from '../migrate';
import { seedReference } from '../seed/reference';
import { inTransaction } from '../transaction';
import { explainFailure } from './explain-failure';
import { provideSecret } from './secret';

const USAGE = `Usage: npm run demo -- [--consignments 20000] [--days 90] [--seed S] [--example E]
A seed gives one stream; without --seed the next one that was not sent. An example sets an empty database up as one of
${EXAMPLE_IDS.join(', ')}; LUXOR_EXAMPLE does the same.`;

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`--${name} must be a whole number from 1 to ${most}.\n${USAGE}`);
  return value;
}

/** @throws RangeError for a word that is no example */
function exampleOf(text: string): ExampleId {
  const example = EXAMPLE_IDS.find((id) => id === text);
  if (!example) throw new RangeError(`--example must be one of ${EXAMPLE_IDS.join(', ')}.\n${USAGE}`);
  return example;
}

/** The seed asked for, or the first whose stream was not sent. @throws RangeError when there is nothing left to send */
async function seedOf(text: string | undefined): Promise<number> {
  if (text === undefined) return freeSeed();
  const seed = wholeNumber('seed', text, MOST_STREAMS);
  if (await lastSent(seed))
    throw new RangeError(`The stream of seed ${seed} was sent already: take another seed, or leave out --seed.`);
  return seed;
}

async function main(): Promise<void> {
  loadEnvFile();
  if (env().environment === 'production') throw new ConfigurationError(['Production takes no demo consignments.']);
  const { values } = parseArgs({
    options: {
      consignments: { type: 'string', default: '20000' },
      days: { type: 'string', default: '90' },
      seed: { type: 'string' },
      example: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(USAGE);
  const example = values.example === undefined ? env().example : exampleOf(values.example);
  const wish = {
    consignments: wholeNumber('consignments', values.consignments, 10_000_000),
    days: wholeNumber('days', values.days, 400),
    endAt: new Date(),
  };
  await provideSecret(await ensureDataFolder(env().dataDir));
  await withDatabase(async (address) => {
    await migrateDatabase(address);
    await inTransaction((tx) => seedReference(tx, dayOf(wish.endAt), example));
    const startedAt = performance.now();
    const seed = await seedOf(values.seed);
    const done = await runDemo({ ...wish, seed }, (line) => console.log(line));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `seed ${seed}: ${wish.consignments} consignments in ${done.submissions} submissions, ${done.decided} decided by officers, ${seconds} s`,
    );
  });
}

main().catch((error: unknown) => {
  process.exitCode = explainFailure(error);
});

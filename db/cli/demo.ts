import { parseArgs } from 'node:util';
import { runDemo } from '../demo/run-demo';
import { withDatabase } from '../engine/with-database';
import { migrateDatabase } from '../migrate';
import { seedReference } from '../seed/reference';
import { inTransaction } from '../transaction';

const USAGE = 'Usage: npm run demo -- [--consignments 20000] [--days 90] [--seed 1]';

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new RangeError(`--${name} must be a whole number from 1 to ${most}.\n${USAGE}`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      consignments: { type: 'string', default: '20000' },
      days: { type: 'string', default: '90' },
      seed: { type: 'string', default: '1' },
    },
  });
  const wish = {
    consignments: wholeNumber('consignments', values.consignments, 10_000_000),
    days: wholeNumber('days', values.days, 400),
    seed: wholeNumber('seed', values.seed, 1_000_000_000),
    endAt: new Date(),
  };
  await withDatabase(async (address) => {
    await migrateDatabase(address);
    await inTransaction((tx) => seedReference(tx));
    const startedAt = performance.now();
    const done = await runDemo(wish, (line) => console.log(line));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${wish.consignments} consignments in ${done.submissions} submissions, ${done.decided} decided by officers, ${seconds} s`,
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { parseArgs } from 'node:util';
import { checkStatistics, recomputeStatistics } from '@/db/commands/statistics/recompute';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { parseDay } from '@/lib/kernel/dates';
import { withDatabase } from '../engine/with-database';
import { loadEnvFile } from '../env';
import { explainFailure } from './explain-failure';

const USAGE = `Usage: npm run statistics -- check|repair DAY [DAY ...] [--json]

Computes the statistics of days anew from the ledger, as 2026-11-03. check compares and changes nothing; repair adds what is missing, takes
away what is too much, and leaves a line in the audit log. People may work meanwhile; a day that is right stays as it is, so that either
may be run as often as one likes. Ends with 1 where it could not be done; check with 2 where a day differs.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [verb, ...days] = positionals;
  const act = verb === 'check' ? checkStatistics : verb === 'repair' ? recomputeStatistics : null;
  if (values.help || !act || days.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  const unfit = days.filter((day) => parseDay(day) === null);
  if (unfit.length > 0) throw new Error(`No day as 2026-11-03: ${unfit.join(', ')}.\n${USAGE}`);
  loadEnvFile();
  return withDatabase(async () => {
    let differing = 0;
    for (const day of days) {
      const { consignments, differences, disagreeingCubes } = await act(SYSTEM_ACTOR, day);
      if (differences.length + disagreeingCubes.length > 0) differing += 1;
      const told = { day, consignments, differences: differences.length, disagreeingCubes };
      console.log(values.json ? JSON.stringify(told) : sentence(told, verb === 'repair'));
    }
    return verb === 'check' && differing > 0 ? 2 : 0;
  });
}

type Told = { day: string; consignments: number; differences: number; disagreeingCubes: readonly string[] };

function sentence({ day, consignments, differences, disagreeingCubes }: Told, isRepaired: boolean): string {
  const of = `${day}: ${consignments} consignments; `;
  if (differences + disagreeingCubes.length === 0) return `${of}the statistics equal the ledger.`;
  const cubes = disagreeingCubes.length > 0 ? `, kept sums that did not add up: ${disagreeingCubes.join(', ')}` : '';
  return `${of}${differences} cells differed from the ledger${cubes}${isRepaired ? '; repaired.' : '.'}`;
}

try {
  process.exit(await main());
} catch (error) {
  process.exit(explainFailure(error));
}

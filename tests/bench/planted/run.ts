import { parseArgs } from 'node:util';
import { codeDrift } from '@/lib/risk/model/drift';
import { OBJECTIVES, type Objective } from '@/lib/risk/model/objective';
import { type Figure, printReport } from '../report';
import { type Outcome, simulate } from './simulate';
import { CAUSES, CHANGE_WEEK, MEASURED_FROM_WEEK, plantedWeeks, WEEKS } from './traffic';

const USAGE =
  'Usage: npm run bench:planted -- [--seeds 5] [--capacity 10] [--objective chance|revenue|balanced] [--json]';
const POLICIES = [
  { name: 'exploit', randomShare: 0 },
  { name: 'random5', randomShare: 0.05 },
  { name: 'random10', randomShare: 0.1 },
  { name: 'random20', randomShare: 0.2 },
] as const;

function wishes() {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '5' },
      capacity: { type: 'string', default: '10' },
      objective: { type: 'string', default: 'chance' },
      json: { type: 'boolean', default: false },
    },
  });
  const [seeds, capacity] = [Number(values.seeds), Number(values.capacity)];
  const objective = OBJECTIVES.find((known) => known === values.objective);
  if (!Number.isInteger(seeds) || seeds < 2 || !(capacity > 0 && capacity <= 100) || !objective) {
    throw new RangeError(USAGE);
  }
  return { seeds, capacityShare: capacity / 100, objective, json: values.json };
}

/** Two-sided 95 % quantiles of Student's t by degrees of freedom, the first one for 1. */
const STUDENT95 = [12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

/** Mean over seeds, and half the width of its 95 % interval by Student's t. */
function meanOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const quantile = STUDENT95[values.length - 2] ?? 1.96;
  return { mean, half: quantile * Math.sqrt(variance / values.length) };
}

function figureOf(name: string, values: readonly number[]): Figure {
  const { mean, half } = meanOf(values);
  return { name, value: mean, note: `+- ${half.toFixed(3)}` };
}

type Wish = { seeds: number; capacityShare: number; objective: Objective; json: boolean };

/** The half-year after half a year of change under each share of random examinations, over seeds of both traffic and draws. */
function bench({ seeds, capacityShare, objective, json }: Wish): void {
  const numbers = Array.from({ length: seeds }, (_, at) => at + 1);
  const figures: Figure[] = [];
  const narrow = new Map<string, number>();
  for (const { name, randomShare } of POLICIES) {
    const outcomes = numbers.map((seed): Outcome => {
      console.error(`${name}, seed ${seed}`);
      return simulate(plantedWeeks(seed), { randomShare, objective, capacityShare }, seed);
    });
    narrow.set(name, meanOf(outcomes.map(({ recall }) => recall.scheme)).mean);
    const figure = (what: string, read: (outcome: Outcome) => number) => figureOf(`${name}${what}`, outcomes.map(read));
    figures.push(
      figure('Precision', ({ precision }) => precision),
      figure('RevenueRecall', ({ revenueRecall }) => revenueRecall),
      ...CAUSES.map((cause) =>
        figure(`${cause[0]?.toUpperCase()}${cause.slice(1)}Recall`, ({ recall }) => recall[cause]),
      ),
    );
  }
  const unseen = narrow.get('exploit') ?? 0;
  figures.push(
    ...POLICIES.filter(({ randomShare }) => randomShare > 0).map(({ name }) => ({
      name: `${name}SchemeTimesExploit`,
      value: (narrow.get(name) ?? 0) / unseen,
      note: 'recall of the new narrow scheme against that without a draw',
    })),
  );
  const marketplaces = (weeks: ReturnType<typeof plantedWeeks>) =>
    weeks.flat().map(({ row }) => row.codes.marketplace ?? '');
  const drifts = numbers.map((seed) => {
    const weeks = plantedWeeks(seed);
    const before = marketplaces(weeks.slice(0, CHANGE_WEEK - 4));
    return {
      quiet: codeDrift(before, marketplaces(weeks.slice(CHANGE_WEEK - 4, CHANGE_WEEK))),
      planted: codeDrift(before, marketplaces(weeks.slice(CHANGE_WEEK, CHANGE_WEEK + 4))),
    };
  });
  figures.push(
    figureOf(
      'driftBefore',
      drifts.map(({ quiet }) => quiet),
    ),
    figureOf(
      'driftPlanted',
      drifts.map(({ planted }) => planted),
    ),
  );
  console.log(
    `weeks ${MEASURED_FROM_WEEK + 1} to ${WEEKS}, change in week ${CHANGE_WEEK + 1}, capacity ${100 * capacityShare} %, objective ${objective}, seeds 1 to ${seeds}`,
  );
  printReport(figures, json);
}

try {
  bench(wishes());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

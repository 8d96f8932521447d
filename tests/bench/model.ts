import { makeCandidate } from '@/lib/risk/model/candidate';
import { CONSIGNMENT_PLAN } from '@/lib/risk/model/consignment-plan';
import { ConsignmentScorer } from '@/lib/risk/model/consignment-scorer';
import type { FeatureRow } from '@/lib/risk/model/plan';
import { readArtefact, writeArtefact } from '@/lib/risk/model/stored-model';
import { TrainingSet } from '@/lib/risk/model/training-set';
import { plantedWeeks } from './planted/traffic';
import type { Figure } from './report';

const RESULTS = 40_000;
const SCORED = 20_000;
const EXPLAINED = 500;

/** Seconds of processor time, so that other work on the machine counts little. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What the model costs at intake, a consignment, and on the page that tells why. Trees on forty thousand invented results. */
export function measureModel(seed: number): Figure[] {
  const weeks = plantedWeeks(seed);
  const started = process.cpuUsage();
  const set = new TrainingSet(CONSIGNMENT_PLAN);
  for (const week of weeks) {
    const day = week[0]?.row.day ?? '';
    if (set.results.length >= RESULTS) break;
    set.addDay(
      day,
      week.map(({ row, cause }, at) => ({
        row,
        isSampled: at % 4 === 0,
        result: {
          isFinding: cause !== null,
          isCritical: cause === 'scheme',
          knownOn: day,
          isRandom: at % 10 === 0,
          weight: 1,
          stakeMinor: 0,
        },
      })),
    );
  }
  const outcome = makeCandidate(set, { objective: 'chance', seed });
  const trainSeconds = secondsSince(started);
  if (!outcome.isEnough) throw new Error('too few results');
  const text = writeArtefact(outcome.artefact);
  const reading = process.cpuUsage();
  const scorer = new ConsignmentScorer(readArtefact(text));
  const readMs = 1_000 * secondsSince(reading);
  const rows: FeatureRow[] = weeks
    .flat()
    .slice(-SCORED)
    .map(({ row }) => row);
  const micros = (count: number, run: (row: FeatureRow) => unknown) => {
    const at = process.cpuUsage();
    for (const row of rows.slice(0, count)) run(row);
    return (1e6 * secondsSince(at)) / count;
  };
  micros(1_000, (row) => scorer.score(row));
  return [
    {
      name: 'model_train_s',
      value: trainSeconds,
      note: `two models and a challenger of ${set.results.length} results`,
    },
    { name: 'model_mb', value: text.length / 1e6, note: 'with the past it counts by, before compression' },
    { name: 'model_read_ms', value: readMs, note: 'once for each process and version' },
    {
      name: 'model_score_us',
      value: micros(SCORED, (row) => scorer.score(row)),
      note: 'a consignment at intake, both models, without reasons',
    },
    {
      name: 'model_reasons_us',
      value: micros(EXPLAINED, (row) => scorer.explain(row)),
      note: 'its reasons, told when somebody opens it',
    },
  ];
}

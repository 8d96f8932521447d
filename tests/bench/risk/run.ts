import { parseArgs } from 'node:util';
import { BOOST_DEFAULTS } from '@/lib/risk/model/boost';
import { encodeRows } from '@/lib/risk/model/encode';
import { areaUnderCurve, averagePrecision, calibrationError, macroF1, topShare } from '@/lib/risk/model/metrics';
import { worthOf } from '@/lib/risk/model/objective';
import { Scorer } from '@/lib/risk/model/risk-model';
import { writeArtefact } from '@/lib/risk/model/stored-model';
import { trainModel } from '@/lib/risk/model/train';
import { type Figure, printReport } from '../report';
import { cardFigures } from './card-figures';
import { DECLARATION_PLAN } from './declaration-plan';
import { type Declaration, readDeclarations } from './read-declarations';
import { groupedScores, lookupScores, shuffledScores } from './regimes';

const USAGE = 'Usage: npm run bench:risk -- TRAIN VALID [--seed 1] [--json]';
const SHARES = [1, 2, 5, 10] as const;
const EXPLAINED = 500;
/** Copies of a block share a score and a label, so one deal of labels strays further from one half than its rows suggest. */
const DEALS = 5;

type Wish = { readonly train: string; readonly query: string; readonly seed: number; readonly json: boolean };

function wishes(): Wish {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
  });
  const [train, query] = positionals;
  const seed = Number(values.seed);
  if (!train || !query || positionals.length > 2 || !Number.isInteger(seed)) throw new RangeError(USAGE);
  return { train, query, seed, json: values.json };
}

const say = (line: string) => console.error(line);
/** Seconds of processor time since, so that other work on the machine counts little. */
const processorTime = () => process.cpuUsage();
const seconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};
const figure = (name: string, value: number, note = ''): Figure => ({ name, value, note });

/** Trains on one file, scores the other, and holds the figures beside what a mere table and a stranger's goods give. */
function bench({ train: trainPath, query: queryPath, seed, json }: Wish): void {
  const train = readDeclarations(trainPath);
  const query = readDeclarations(queryPath);
  const settings = { ...BOOST_DEFAULTS, seed };
  const rows = query.map(({ row }) => row);
  const labels = query.map(({ fraud }) => fraud);
  const duties = query.map(({ duty }) => duty);

  say(`training on ${train.length} declarations, scoring ${query.length}`);
  const started = processorTime();
  const { model, history } = learn(train, 'fraud', settings);
  const trainSeconds = seconds(started);
  const scorer = new Scorer(model);
  const matrix = encodeRows(history, rows);
  const scoring = processorTime();
  const scores = scorer.logOddsOfRows(matrix);
  const scoreRowsPerSecond = matrix.rows / seconds(scoring);
  const chances = Array.from(scores, (score) => scorer.chance(score));

  const explained = Math.min(EXPLAINED, matrix.rows);
  const explaining = processorTime();
  let contributionError = 0;
  for (let row = 0; row < explained; row++) {
    const { base, contributions } = scorer.explain(matrix.values, row * matrix.width);
    const total = contributions.reduce((sum, { logOdds }) => sum + logOdds, base);
    contributionError = Math.max(contributionError, Math.abs(total - (scores[row] ?? 0)));
  }
  const explainMs = (seconds(explaining) * 1000) / explained;

  const tops = SHARES.map((share) => ({ share, ...topShare(scores, labels, share / 100) }));
  const byWorth = (objective: 'revenue' | 'balanced') => {
    const worths = chances.map((chance, row) => worthOf(objective, chance, duties[row] ?? 0));
    return topShare(worths, labels, 0.05, duties);
  };
  const [value, balanced] = [byWorth('revenue'), byWorth('balanced')];
  const dutyOnly = topShare(duties, labels, 0.05, duties);
  const lookup = lookupScores(train, query);
  const known = new Set(train.map(({ block }) => block));
  const unseen = query.map((_, row) => row).filter((row) => !known.has(query[row]?.block ?? ''));
  const pick = (list: ArrayLike<number>) => unseen.map((row) => list[row] ?? 0);
  const precision = (top: ReturnType<typeof topShare>) => top.precision?.rate ?? Number.NaN;

  say('a second model for critical fraud');
  const critical = learn(train, 'critical', settings);
  const criticalScores = new Scorer(critical.model).logOddsOfRows(encodeRows(critical.history, rows));
  const criticalTop = (share: number) =>
    topShare(
      criticalScores,
      query.map((row) => row.critical),
      share,
    );

  say('models on goods never seen, in five folds of blocks');
  const all = [...train, ...query];
  const grouped = groupedScores(all, DECLARATION_PLAN, settings);
  const allLabels = all.map(({ fraud }) => fraud);
  const past = history.stored();
  say('models on labels dealt out anew');
  const shuffled = Array.from({ length: DEALS }, (_, deal) =>
    areaUnderCurve(shuffledScores(train, query, DECLARATION_PLAN, { ...settings, seed: seed + deal }), labels),
  );
  const shuffledMean = shuffled.reduce((sum, area) => sum + area, 0) / DEALS;

  printReport(
    [
      ...tops.map((top) => figure(`precisionAt${top.share}`, precision(top), `of ${top.inspected} inspected`)),
      ...tops.map((top) => figure(`recallAt${top.share}`, top.recall)),
      ...tops.map((top) =>
        figure(`f1At${top.share}`, (2 * precision(top) * top.recall) / (precision(top) + top.recall)),
      ),
      figure('auc', areaUnderCurve(scores, labels), 'most blocks are known from training: says little of the field'),
      figure('averagePrecision', averagePrecision(scores, labels)),
      figure('macroF1', macroF1(chances, labels), 'at a chance of one half'),
      figure('ece10', calibrationError(chances, labels), 'after calibration'),
      ...[1, 5, 10].map((share) => figure(`criticalRecallAt${share}`, criticalTop(share / 100).recall)),
      figure('dutyRecallAt5Value', value.stakeRecall, `chance x duty; precision ${precision(value).toFixed(3)}`),
      figure(
        'dutyRecallAt5Balanced',
        balanced.stakeRecall,
        `chance x log duty; precision ${precision(balanced).toFixed(3)}`,
      ),
      figure('dutyRecallAt5DutyOnly', dutyOnly.stakeRecall, `no model; precision ${precision(dutyOnly).toFixed(3)}`),
      figure('lookupPrecisionAt5', precision(topShare(lookup, labels, 0.05)), 'no model: the same block in training'),
      figure('lookupPrecisionAt10', precision(topShare(lookup, labels, 0.1))),
      figure('lookupAuc', areaUnderCurve(lookup, labels)),
      figure('unseenBlockAuc', areaUnderCurve(pick(scores), pick(labels)), `${unseen.length} rows of unknown blocks`),
      figure('groupedCvAuc', areaUnderCurve(grouped, allLabels), 'neither block nor label ever seen: quote this'),
      figure('groupedCvPrecisionAt5', precision(topShare(grouped, allLabels, 0.05))),
      figure('groupedCvPrecisionAt10', precision(topShare(grouped, allLabels, 0.1))),
      figure(
        'shuffledAuc',
        shuffledMean,
        `chance, or something leaks; ${shuffled.map((area) => area.toFixed(3)).join(', ')}`,
      ),
      ...cardFigures(train, query),
      figure('trainSeconds', trainSeconds, 'features, trees and calibration; processor time, as the next two'),
      figure('scoreRowsPerSecond', scoreRowsPerSecond, 'one core'),
      figure('explainMs', explainMs, 'one consignment'),
      figure('contributionError', contributionError, 'base and contributions against the score, in log-odds'),
      figure(
        'modelBytes',
        writeArtefact({ objective: 'chance', finding: { model, past }, critical: null, ranks: [] }).length,
      ),
    ],
    json,
  );
}

function learn(train: readonly Declaration[], outcome: 'fraud' | 'critical', settings: typeof BOOST_DEFAULTS) {
  return trainModel(
    DECLARATION_PLAN,
    train.map(({ row }) => row),
    train.map((declaration) => declaration[outcome]),
    settings,
  );
}

try {
  bench(wishes());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

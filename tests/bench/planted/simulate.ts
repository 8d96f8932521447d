import { seededRandom } from '@/lib/kernel/prng';
import { BOOST_DEFAULTS, boost } from '@/lib/risk/model/boost';
import { CONSIGNMENT_PLAN } from '@/lib/risk/model/consignment-plan';
import { encodeRows } from '@/lib/risk/model/encode';
import { History } from '@/lib/risk/model/history';
import { sigmoid } from '@/lib/risk/model/log-odds';
import { emptyMatrix } from '@/lib/risk/model/matrix';
import { type Objective, worthOf } from '@/lib/risk/model/objective';
import type { FeatureRow } from '@/lib/risk/model/plan';
import { selectRows } from '@/lib/risk/model/selection';
import { logOddsOf } from '@/lib/risk/model/tree';
import { CAUSES, type Cause, type Consignment, MEASURED_FROM_WEEK } from './traffic';

const WARM_UP_WEEKS = 8;
/** Small trees for few results. */
const SETTINGS = { ...BOOST_DEFAULTS, trees: 60, leaves: 8, learningRate: 0.1, minLeafRows: 20 };

export type Policy = { readonly randomShare: number; readonly objective: Objective; readonly capacityShare: number };
export type Outcome = {
  /** Over the last half-year, half a year after the change. */
  readonly precision: number;
  readonly revenueRecall: number;
  readonly recall: Readonly<Record<Cause, number>>;
};

/** Weekly selection: the model learns only from what was examined, and is trained anew each week. */
export function simulate(weeks: readonly (readonly Consignment[])[], policy: Policy, seed: number): Outcome {
  const random = seededRandom(seed);
  const history = new History(CONSIGNMENT_PLAN);
  const snapshots: Float32Array[] = [];
  const labels: (0 | 1)[] = [];
  const tally = new Tally();
  const results = new PartyResults();
  weeks.forEach((plain, at) => {
    const week = plain.map((consignment) => ({ ...consignment, row: results.told(consignment.row) }));
    const matrix = encodeRows(
      history,
      week.map(({ row }) => row),
    );
    const isWarm = at >= WARM_UP_WEEKS;
    const forest = isWarm ? boost(matrixOf(snapshots), labels, SETTINGS) : null;
    const worths = week.map(({ row }, place) => {
      if (!forest) return 0;
      const chance = sigmoid(logOddsOf(forest, matrix.values, place * matrix.width));
      return worthOf(policy.objective, chance, (row.numbers.chargesMinor ?? 0) / 100);
    });
    const examinations = Math.floor(week.length * policy.capacityShare);
    const selected = selectRows(worths, { examinations, randomShare: isWarm ? policy.randomShare : 1 }, random);
    const examined = new Set(selected.map(({ row }) => row));
    week.forEach((consignment, place) => {
      const isExamined = examined.has(place);
      const label = consignment.cause === null ? 0 : 1;
      history.observe(consignment.row, isExamined ? label : null);
      if (at >= MEASURED_FROM_WEEK) tally.add(consignment, isExamined);
      if (!isExamined) return;
      results.add(consignment.row, label);
      snapshots.push(matrix.values.slice(place * matrix.width, (place + 1) * matrix.width));
      labels.push(label);
    });
  });
  return tally.outcome();
}

function matrixOf(snapshots: readonly Float32Array[]) {
  const width = snapshots[0]?.length ?? 0;
  const matrix = emptyMatrix(snapshots.length, width);
  snapshots.forEach((row, at) => {
    matrix.values.set(row, at * width);
  });
  return matrix;
}

/** What examinations found of senders and importers, as an assessment counts it. */
class PartyResults {
  private readonly seen = new Map<string, { examined: number; findings: number }>();

  /** The row with what is known of its parties now. */
  told(row: FeatureRow): FeatureRow {
    const [sender, recipient] = [this.of(row.codes.sender), this.of(row.codes.importer)];
    return {
      ...row,
      numbers: {
        ...row.numbers,
        senderExamined365d: sender.examined,
        senderFindings365d: sender.findings,
        recipientExamined365d: recipient.examined,
        recipientFindings365d: recipient.findings,
      },
    };
  }

  add(row: FeatureRow, label: 0 | 1): void {
    for (const key of [row.codes.sender, row.codes.importer]) {
      const { examined, findings } = this.of(key);
      this.seen.set(key ?? '', { examined: examined + 1, findings: findings + label });
    }
  }

  private of(key: string | null | undefined) {
    return this.seen.get(key ?? '') ?? { examined: 0, findings: 0 };
  }
}

class Tally {
  private examined = 0;
  private found = 0;
  private readonly revenue = { found: 0, all: 0 };
  private readonly byCause = new Map(CAUSES.map((cause) => [cause, { found: 0, all: 0 }]));

  add({ cause, revenue }: Consignment, isExamined: boolean): void {
    const sums = cause === null ? undefined : this.byCause.get(cause);
    if (sums) sums.all += 1;
    this.revenue.all += revenue;
    if (!isExamined) return;
    this.examined += 1;
    if (!sums) return;
    this.found += 1;
    sums.found += 1;
    this.revenue.found += revenue;
  }

  outcome(): Outcome {
    const recall = [...this.byCause].map(([cause, { found, all }]) => [cause, found / all]);
    return {
      precision: this.found / this.examined,
      revenueRecall: this.revenue.found / this.revenue.all,
      recall: Object.fromEntries(recall) as Record<Cause, number>,
    };
  }
}

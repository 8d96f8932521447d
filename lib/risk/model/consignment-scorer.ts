import type { Artefact, Learnt } from './artefact';
import { rankOf } from './artefact';
import { CONSIGNMENT_REASONS, type ConsignmentReason } from './consignment-plan';
import { History } from './history';
import { type Objective, worthOf } from './objective';
import type { FeatureRow } from './plan';
import { type Contribution, type Explanation, Scorer } from './risk-model';

/** What a model says of a consignment. */
export type Scored = {
  readonly logOdds: number;
  /** Calibrated chance that an examination finds something, 0 to 1. */
  readonly chance: number;
  /** The same of a critical finding; null where the version has no second model. */
  readonly criticalChance: number | null;
  /** What an examination is worth by the model's objective: see `worthOf`. */
  readonly worth: number;
  /** Share of the traffic of the training that was worth less by the model's objective, 0 to 1. */
  readonly rank: number;
};

/** The values a reason's sentence names: codes, counts, minor units and grams; null where unknown. */
export type ReasonValues = Readonly<Record<string, string | number | null>>;
export type TracedReason = Omit<Contribution, 'reason'> & {
  readonly reason: ConsignmentReason;
  readonly values: ReasonValues;
};
export type Traced = Omit<Explanation, 'contributions'> & {
  readonly contributions: readonly TracedReason[];
};

/** A learnt model ready to score: its past stands still, so that the same row gives the same score for ever. */
class Ready {
  readonly scorer: Scorer;
  readonly history: History;
  private readonly features: Float32Array;

  constructor({ model, past }: Learnt) {
    this.scorer = new Scorer(model);
    this.history = History.of(model.plan, past);
    this.features = new Float32Array(this.history.width);
  }

  encode(row: FeatureRow): Float32Array {
    this.history.encode(row, this.features);
    return this.features;
  }

  logOdds(row: FeatureRow): number {
    return this.scorer.logOdds(this.encode(row));
  }
}

/** Scores and explains consignments by one stored version. */
export class ConsignmentScorer {
  private readonly finding: Ready;
  private readonly critical: Ready | null;

  constructor(private readonly artefact: Artefact) {
    this.finding = new Ready(artefact.finding);
    this.critical = artefact.critical === null ? null : new Ready(artefact.critical);
  }

  /** What the version was trained to be after. */
  get objective(): Objective {
    return this.artefact.objective;
  }

  score(row: FeatureRow): Scored {
    const { finding, critical, artefact } = this;
    const logOdds = finding.logOdds(row);
    const chance = finding.scorer.chance(logOdds);
    const criticalChance = critical === null ? null : critical.scorer.chance(critical.logOdds(row));
    const worth = worthOf(artefact.objective, chance, (row.numbers.chargesMinor ?? 0) / 100);
    return { logOdds, chance, criticalChance, worth, rank: rankOf(artefact.ranks, worth) };
  }

  /** Why the row scores as it does: reasons that sum with the base to the log-odds, each with the values it rests on. */
  explain(row: FeatureRow): Traced {
    const { base, logOdds, contributions } = this.finding.scorer.explain(this.finding.encode(row));
    return {
      base,
      logOdds,
      contributions: contributions.flatMap(({ reason, ...share }) => {
        const known = CONSIGNMENT_REASONS.find((one) => one === reason);
        return known ? [{ ...share, reason: known, values: valuesOf(known, row, this.finding.history) }] : [];
      }),
    };
  }
}

function valuesOf(reason: ConsignmentReason, { codes, numbers }: FeatureRow, history: History): ReasonValues {
  const row = { day: '', codes, numbers };
  const tally = (...fields: string[]) => history.tallyOf(row, fields) ?? { seen: null, findings: null };
  const number = (field: string) => numbers[field] ?? null;
  switch (reason) {
    case 'value':
      return { valueMinor: number('intrinsicValueMinor'), items: number('itemCount') };
    case 'unit_value':
      return {
        perPieceMinor: number('valuePerPieceMinor'),
        perKgMinor: number('valuePerKgMinor'),
        usualMinor: history.usualOf(row, 'valuePerPieceMinor', ['hs6']),
      };
    case 'mass':
      return { massG: number('massG'), usualG: history.usualOf(row, 'massG', ['hs6']) };
    case 'duty_at_stake':
      return { chargesMinor: number('chargesMinor') };
    case 'sender_results':
      return { examined: number('senderExamined365d'), findings: number('senderFindings365d') };
    case 'sender_traffic':
      return { knownDays: number('senderKnownDays'), consignments: number('senderConsignments30d') };
    case 'recipient_results':
      return { examined: number('recipientExamined365d'), findings: number('recipientFindings365d') };
    case 'recipient_traffic':
      return { consignments: number('recipientConsignments30d'), atAddress: number('addressConsignments30d') };
    case 'data_quality':
      return { quality: number('qualityScore'), warnings: number('warnings') };
    case 'goods_history':
      return { code: codes.hs6 ?? null, ...tally('hs6') };
    case 'origin_route_history':
      return { origin: codes.origin ?? null, dispatch: codes.dispatch ?? null, ...tally('dispatch', 'origin') };
    case 'marketplace_channel':
      return { marketplace: codes.marketplace ?? null, channel: codes.channel ?? null, ...tally('marketplace') };
  }
}

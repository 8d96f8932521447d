import 'server-only';
import { and, asc, gte, isNull, ne, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type IndicatorRule, indicatorRules } from '@/lib/policy/indicator-rules';
import type { Policy } from '@/lib/policy/policy';
import { policyInForce, SELECTION_SEED } from './policy-in-force';

/** Where a rule comes from and from when until when it acts, both days included. */
export type Origin = { readonly validFrom: string; readonly validTo: string | null; readonly source: string };

export type PolicyOverview = {
  readonly version: string;
  readonly day: string;
  readonly currency: string;
  readonly indicators: readonly (IndicatorRule & Origin)[];
  readonly lanes: readonly ({ readonly lane: 'blue' | 'yellow' | 'red'; readonly fromScore: number } & Origin)[];
  /** Share drawn by chance, from 0 to 1. */
  readonly random: { readonly probability: number } & Origin;
  readonly limits: readonly (LimitRow & Origin)[];
  readonly clocks: readonly ({ readonly key: ClockKey; readonly minutes: number } & Origin)[];
  /** The longer lists by kind: rows in force and where they come from. */
  readonly lists: readonly { readonly kind: string; readonly rows: number; readonly sources: readonly string[] }[];
  /** Rows that begin after today, soonest first. */
  readonly ahead: readonly ({ readonly kind: string; readonly key: string } & Origin)[];
};

type LimitKey = 'duty_relief' | 'reduced_dataset' | 'gift' | 'documents' | 'low_value' | 'vendor_scheme';
type LimitRow = {
  readonly key: LimitKey;
  readonly limit: Amount;
  readonly flat: Amount | null;
  readonly citation: string;
};
type ClockKey = 'lease' | 'undo' | 'referral_answer' | 'hold_review' | 'release_target';
type Row = typeof parameters.$inferSelect;

/** Kinds that the overview shows as lists, by their count. */
const LISTS = [
  'duty_rate',
  'vat_rate',
  'exchange_rate',
  'control',
  'stop_words',
  'description_pattern',
  'requirement',
  'validation_rule',
  'quality',
];

/** The policy valid today in the words of its parts, each with its source, and the dated changes ahead. */
export async function getPolicyOverview(actor: Actor, at = new Date()): Promise<PolicyOverview> {
  authorise(actor, 'policy.read');
  const day = dayOf(at);
  const [policy, rows] = await Promise.all([
    policyInForce(db(), day),
    db()
      .select()
      .from(parameters)
      .where(and(ne(parameters.kind, SELECTION_SEED), or(isNull(parameters.validTo), gte(parameters.validTo, day))))
      .orderBy(asc(parameters.validFrom), asc(parameters.kind), asc(parameters.key)),
  ]);
  const inForce = rows.filter((row) => row.validFrom <= day);
  const from = (kind: string, key: string): Origin => {
    const row = inForce.find((candidate) => candidate.kind === kind && candidate.key === key);
    if (!row) throw new Error(`the policy row ${kind}/${key} is missing`);
    return originOf(row);
  };
  return {
    version: policy.version,
    day,
    currency: policy.currency,
    indicators: indicatorRules(policy).map((rule) => ({ ...rule, ...from('indicator', rule.code) })),
    lanes: (['blue', 'yellow', 'red'] as const).map((lane) => ({
      lane,
      fromScore: policy.laneFromScore[lane],
      ...from('lane', lane),
    })),
    random: { probability: Number(policy.randomProbability), ...from('random', 'draw') },
    limits: limitsOf(policy).map((limit) => ({ ...limit, ...from('threshold', limit.key) })),
    clocks: clocksOf(policy).map((clock) => ({ ...clock, ...from('clock', clock.key) })),
    lists: LISTS.map((kind) => {
      const own = inForce.filter((row) => row.kind === kind);
      return { kind, rows: own.length, sources: [...new Set(own.map((row) => row.source))] };
    }),
    ahead: rows.filter((row) => row.validFrom > day).map((row) => ({ kind: row.kind, key: row.key, ...originOf(row) })),
  };
}

function originOf({ validFrom, validTo, source }: Row): Origin {
  return { validFrom, validTo, source };
}

function limitsOf(policy: Policy): LimitRow[] {
  const amount = amountIn(policy.currency, policy.minorDigits);
  const { dutyRelief, reducedDataset, gift, documents, lowValue, vendorScheme } = policy;
  const row = (key: LimitKey, limit: { limitMinor: bigint; citation: string }, flat: bigint | null = null) => ({
    key,
    limit: amount(limit.limitMinor),
    flat: flat === null ? null : amount(flat),
    citation: limit.citation,
  });
  return [
    row('duty_relief', dutyRelief, dutyRelief.flatMinor),
    row('reduced_dataset', reducedDataset),
    row('gift', gift),
    row('documents', documents),
    row('low_value', lowValue),
    row('vendor_scheme', vendorScheme),
  ];
}

function clocksOf(policy: Policy): { key: ClockKey; minutes: number }[] {
  return [
    { key: 'lease', minutes: policy.leaseMinutes },
    { key: 'undo', minutes: policy.undoMinutes },
    { key: 'referral_answer', minutes: policy.referralAnswerMinutes },
    { key: 'hold_review', minutes: policy.holdReviewMinutes },
    { key: 'release_target', minutes: policy.releaseTargetMinutes },
  ];
}

import 'server-only';
import { and, asc, gte, isNull, ne, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { CHANNELS, type Channel } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type IndicatorRule, indicatorRules } from '@/lib/policy/indicator-rules';
import type { Limit, Policy } from '@/lib/policy/policy';
import { seesKind } from '@/lib/policy/seen-kinds';
import { PARAMETER_KINDS } from '@/lib/reference/kinds';
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
  /** Share of limited examinations that is drawn; null for who does not see slots. */
  readonly randomShareOfCapacity: number | null;
  readonly limits: readonly (LimitRow & Origin)[];
  readonly clocks: readonly ({ readonly key: ClockKey; readonly minutes: number } & Origin)[];
  /** The longer lists by kind: rows in force and where they come from. */
  readonly lists: readonly { readonly kind: string; readonly rows: number; readonly sources: readonly string[] }[];
  /** Rows that begin after today, soonest first; those of a loaded list are counted by day and source, without a key. */
  readonly ahead: readonly ({ readonly kind: string; readonly key: string | null; readonly rows: number } & Origin)[];
};

type LimitKey = 'reduced_dataset' | 'low_value' | 'vendor_scheme';
type LimitRow = {
  /** A threshold, or a band of the law of charges. */
  readonly kind: 'threshold' | 'band';
  readonly key: string;
  readonly limit: Amount;
  readonly flat: Amount | null;
  readonly citation: string;
};
type ClockKey = 'lease' | 'undo' | 'referral_answer' | 'hold_review' | `release_target_${Channel}` | 'exchange_rate';
type Row = Pick<typeof parameters.$inferSelect, 'kind' | 'key' | 'validFrom' | 'validTo' | 'source'>;

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

/** The policy valid today in the words of its parts, each with its source, and the dated changes ahead; slots only for who sees them. */
export async function getPolicyOverview(actor: Actor, at = new Date()): Promise<PolicyOverview> {
  authorise(actor, 'policy.read');
  const day = dayOf(at);
  const { kind, key, validFrom, validTo, source } = parameters;
  const [policy, rows] = await Promise.all([
    policyInForce(db(), day),
    db()
      .select({ kind, key, validFrom, validTo, source })
      .from(parameters)
      .where(and(ne(kind, SELECTION_SEED), or(isNull(validTo), and(gte(validTo, day), gte(validTo, validFrom)))))
      .orderBy(asc(validFrom), asc(kind), asc(key)),
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
    randomShareOfCapacity: seesKind(actor, 'capacity') ? policy.capacity.randomShare : null,
    random: { probability: Number(policy.randomProbability), ...from('random', 'draw') },
    limits: limitsOf(policy).map((limit) => ({
      ...limit,
      ...(limit.kind === 'band' ? from('charge_law', 'own') : from('threshold', limit.key)),
    })),
    clocks: clocksOf(policy).map((clock) => ({ ...clock, ...from('clock', clock.key) })),
    lists: LISTS.map((list) => {
      const own = inForce.filter((row) => row.kind === list);
      return { kind: list, rows: own.length, sources: [...new Set(own.map((row) => row.source))] };
    }),
    ahead: aheadOf(rows.filter((row) => row.validFrom > day && seesKind(actor, row.kind))),
  };
}

/** A tariff that begins next year is one line, not fifteen thousand. */
function aheadOf(rows: readonly Row[]): PolicyOverview['ahead'] {
  const lines = new Map<string, PolicyOverview['ahead'][number]>();
  for (const row of rows) {
    const isOfList = (PARAMETER_KINDS as readonly string[]).includes(row.kind);
    const key = isOfList ? null : row.key;
    const name = [row.kind, key, row.validFrom, row.source].join('\n');
    const known = lines.get(name);
    lines.set(name, { kind: row.kind, key, rows: (known?.rows ?? 0) + 1, ...originOf(known ?? row) });
  }
  return [...lines.values()];
}

function originOf({ validFrom, validTo, source }: Origin): Origin {
  return { validFrom, validTo, source };
}

function limitsOf(policy: Policy): LimitRow[] {
  const { reducedDataset, lowValue, vendorScheme, lawInForce } = policy;
  const amount = amountIn(policy.currency, policy.minorDigits);
  const row = (key: LimitKey, { limitMinor, citation }: Limit): LimitRow => ({
    ...{ kind: 'threshold', key, limit: amount(limitMinor), flat: null, citation },
  });
  const bands = lawInForce.law.bands.flatMap(({ key, when, duty, citation }): LimitRow[] => {
    const limit = when.upTo ?? when.below;
    const flat = 'flat' in duty ? duty.flat : null;
    return limit ? [{ kind: 'band', key, limit, flat, citation }] : [];
  });
  return [
    ...bands,
    row('reduced_dataset', reducedDataset),
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
    ...CHANNELS.map((channel) => ({
      key: `release_target_${channel}` as const,
      minutes: policy.releaseTargetMinutes[channel],
    })),
    { key: 'exchange_rate', minutes: policy.exchangeRateMinutes },
  ];
}

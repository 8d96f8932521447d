import 'server-only';
import { and, asc, gte, isNull, lte, ne, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { policyInForce, SELECTION_SEED } from './policy-in-force';

export type ParameterView = {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
  readonly validFrom: string;
  readonly source: string;
};

export type PolicyOverview = {
  readonly version: string;
  readonly day: string;
  /** Parameters of the kinds that have few: points, lanes, clocks, thresholds. */
  readonly parameters: readonly ParameterView[];
  /** The longer lists by kind, with how many rows are in force. */
  readonly lists: readonly { readonly kind: string; readonly rows: number }[];
};

/** Kinds with more rows than this are lists, shown by their count. */
const LIST_FROM = 25;

/** The policy valid today as dated rows with their source. */
export async function getPolicyOverview(actor: Actor, at = new Date()): Promise<PolicyOverview> {
  authorise(actor, 'policy.read');
  const day = dayOf(at);
  const [policy, rows] = await Promise.all([
    policyInForce(db(), day),
    db()
      .select()
      .from(parameters)
      .where(
        and(
          ne(parameters.kind, SELECTION_SEED),
          lte(parameters.validFrom, day),
          or(isNull(parameters.validTo), gte(parameters.validTo, day)),
        ),
      )
      .orderBy(asc(parameters.kind), asc(parameters.key)),
  ]);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
  return {
    version: policy.version,
    day,
    parameters: rows
      .filter((row) => (counts.get(row.kind) ?? 0) < LIST_FROM)
      .map(({ kind, key, value, validFrom, source }) => ({ kind, key, value: textOf(value), validFrom, source })),
    lists: [...counts].filter(([, count]) => count >= LIST_FROM).map(([kind, count]) => ({ kind, rows: count })),
  };
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, entry]) => `${name} ${typeof entry === 'object' ? JSON.stringify(entry) : String(entry)}`)
    .join(', ');
}

import 'server-only';
import { and, asc, between, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isOfBefore } from '@/lib/policy/reliefs-of-before';
import type { Period } from '@/lib/statistics/period';

/** Law that decides what is charged: where it changes, senders change what they declare. */
const CHARGING = ['charge_law', 'threshold', 'vat_rate'] as const;

/** What of the law on charges begins on a day, and what it rests on. */
export type LawChange = {
  readonly day: string;
  readonly kind: (typeof CHARGING)[number];
  readonly key: string;
  readonly source: string;
};

/** The law on charges that begins in a period, earliest first. What stood before and is only written anew is none. */
export async function listLawChanges(actor: Actor, { from, to }: Period): Promise<LawChange[]> {
  authorise(actor, 'policy.read');
  const rows = await db()
    .select()
    .from(parameters)
    .where(and(inArray(parameters.kind, [...CHARGING]), between(parameters.validFrom, from, to)))
    .orderBy(asc(parameters.validFrom), asc(parameters.kind), asc(parameters.key));
  return rows
    .filter((row) => !isOfBefore(row) && (row.validTo === null || row.validTo >= row.validFrom))
    .map(({ validFrom, kind, key, source }) => ({ day: validFrom, kind: kind as LawChange['kind'], key, source }));
}

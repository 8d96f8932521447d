import 'server-only';
import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { agencies } from '@/db/schema';

/** An agency with the keys of the controls on goods it is competent for. */
export type AgencyChoice = { readonly id: string; readonly name: string; readonly controls: readonly string[] };

/** An agency that is in force on the day; undefined where there is none. Whoever calls has authorised. */
export async function agencyInForce(from: Executor, id: string, day: string): Promise<AgencyChoice | undefined> {
  const [found] = await from
    .select({ id: agencies.id, name: agencies.name, controls: agencies.controls })
    .from(agencies)
    .where(and(eq(agencies.id, id), inForceOn(day)));
  return found;
}

/** Whether an agency is in force on the day. */
export function inForceOn(day: string): SQL | undefined {
  return and(lte(agencies.validFrom, day), or(isNull(agencies.validTo), gte(agencies.validTo, day)));
}

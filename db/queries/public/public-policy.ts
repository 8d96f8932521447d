import 'server-only';
import { ne } from 'drizzle-orm';
import { db } from '@/db/connection';
import { InForceCache } from '@/db/queries/policy/in-force-cache';
import { policyFromRows, policyInForce, SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { parameters } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';

/**
 * Policies of other days than today. Kept apart from those that work goes by: whoever asks for day after day puts out what other
 * askers left here, and nothing that officers wait for.
 */
const otherDays = new InForceCache<Policy>({
  table: parameters,
  where: ne(parameters.kind, SELECTION_SEED),
  make: policyFromRows,
  isOfDay: true,
});

/**
 * The policy by which the public is answered on a day: the same rows, read by the same function as for the intake. Takes no actor:
 * the law is for everybody, and what is secret of it (points, profiles, draws) is left out by who asks for it here.
 * @throws PolicyError where the rows of the day cannot be used
 */
export function publicPolicy(day: string, at: Date): Promise<Policy> {
  return day === dayOf(at) ? policyInForce(db(), day) : otherDays.on(db(), day);
}

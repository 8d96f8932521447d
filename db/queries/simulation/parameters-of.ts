import 'server-only';
import { and, between, gte, inArray, isNull, min, ne, or } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { parameters, selections } from '@/db/schema';
import type { PolicyParameter } from '@/lib/policy/parameter';
import type { Stretch } from '@/lib/simulation/stretches';

/** Every dated row that stands on a day or later: what the days of a period were decided by. Takes no actor: a part of others. */
export async function parametersFrom(from: Executor, day: string): Promise<readonly PolicyParameter[]> {
  return from
    .select({
      kind: parameters.kind,
      key: parameters.key,
      value: parameters.value,
      validFrom: parameters.validFrom,
      validTo: parameters.validTo,
      source: parameters.source,
      edition: parameters.edition,
    })
    .from(parameters)
    .where(and(ne(parameters.kind, SELECTION_SEED), or(isNull(parameters.validTo), gte(parameters.validTo, day))));
}

/**
 * The earliest day whose policy a period asks for: what is controlled in it may have been received, and judged, days before it begins; never
 * before its receipt. Takes no actor: a part of others.
 */
export async function firstDayAsked(
  from: Executor,
  { officeIds, fromOn, toOn }: Stretch & { readonly officeIds: readonly string[] },
): Promise<string> {
  const [first] = await from
    .select({ day: min(selections.receivedOn) })
    .from(selections)
    .where(and(between(selections.controlOn, fromOn, toOn), inArray(selections.officeId, [...officeIds])));
  return first?.day && first.day < fromOn ? first.day : fromOn;
}

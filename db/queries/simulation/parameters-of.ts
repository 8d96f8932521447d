import 'server-only';
import { and, gte, isNull, ne, or } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { parameters } from '@/db/schema';
import type { PolicyParameter } from '@/lib/policy/parameter';

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

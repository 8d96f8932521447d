import 'server-only';
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, qualityDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { QualityPeriod, QualitySum } from './get-partner-quality';
import { officesWithin } from './office-scope';

export type PartnerQualityRow = QualitySum & { readonly partnerId: string; readonly partnerName: string };

/** Every partner that sent something to the actor's offices in the last days, the worst data first; a partner sees itself only. */
export async function listPartnerQuality(
  actor: Actor,
  days: QualityPeriod,
  at = new Date(),
): Promise<readonly PartnerQualityRow[]> {
  authorise(actor, 'quality.read');
  const to = dayOf(at);
  const sum = sql<number>`sum(${qualityDays.scoreSum})::float8 / nullif(sum(${qualityDays.records}), 0)`;
  return db()
    .select({
      partnerId: partners.id,
      partnerName: partners.name,
      records: sql<number>`sum(${qualityDays.records})::int`,
      refused: sql<number>`sum(${qualityDays.refused})::int`,
      average: sum,
    })
    .from(qualityDays)
    .innerJoin(partners, eq(partners.id, qualityDays.partnerId))
    .where(
      and(
        gte(qualityDays.day, addDays(to, 1 - days)),
        lte(qualityDays.day, to),
        officesWithin(actor, qualityDays.officeId),
        actor.role === 'partner' ? eq(qualityDays.partnerId, actor.partnerId ?? NOBODY) : undefined,
      ),
    )
    .groupBy(partners.id, partners.name)
    .having(sql`sum(${qualityDays.records}) > 0`)
    .orderBy(asc(sum), partners.name);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

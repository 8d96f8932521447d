import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { modelDrift } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type DriftWeek = {
  /** Its Monday. */
  readonly weekOn: string;
  readonly consignments: number;
  /** Population stability index of each field, `rank` being the score's. */
  readonly indices: Readonly<Record<string, number>>;
};

/** How far each week's traffic stood from that of a version's training, oldest first. */
export async function getDrift(actor: Actor, version: number): Promise<DriftWeek[]> {
  authorise(actor, 'model.read');
  const rows = await db()
    .select()
    .from(modelDrift)
    .where(eq(modelDrift.modelVersion, version))
    .orderBy(asc(modelDrift.weekOn), asc(modelDrift.field));
  const weeks = new Map<string, { weekOn: string; consignments: number; indices: Record<string, number> }>();
  for (const { weekOn, consignments, field, stabilityIndex } of rows) {
    const week = weeks.get(weekOn) ?? { weekOn, consignments, indices: {} };
    week.indices[field] = stabilityIndex;
    weeks.set(weekOn, week);
  }
  return [...weeks.values()];
}

import 'server-only';
import { eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { loads } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { isReferenceKind, type ReferenceKind } from '@/lib/reference/kinds';

/** One file that was looked at, with what it changes or has changed. Instants are ISO text. */
export type LoadView = Omit<typeof loads.$inferSelect, 'kind' | 'previewedAt' | 'settledAt'> & {
  readonly kind: ReferenceKind;
  readonly previewedAt: string;
  readonly settledAt: string | null;
};

/** @throws NotFoundError */
export async function getLoad(actor: Actor, loadId: string): Promise<LoadView> {
  authorise(actor, 'reference.read');
  if (!isUuid(loadId)) throw new NotFoundError('load');
  const [load] = await db().select().from(loads).where(eq(loads.id, loadId));
  if (!load || !isReferenceKind(load.kind)) throw new NotFoundError('load');
  return {
    ...load,
    kind: load.kind,
    previewedAt: load.previewedAt.toISOString(),
    settledAt: load.settledAt?.toISOString() ?? null,
  };
}

import 'server-only';
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { users } from '@/db/schema';
import { RefusedError } from '@/lib/kernel/errors';

/** The name of somebody of customs who can own an action. @throws RefusedError `resolution.owner` */
export async function ownerOf(tx: Tx, ownerId: string): Promise<string> {
  const [owner] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.id, ownerId), isNull(users.disabledAt), notInArray(users.role, ['partner', 'agency'])));
  if (!owner) throw new RefusedError([{ code: 'resolution.owner', pointer: 'ownerId' }]);
  return owner.name;
}

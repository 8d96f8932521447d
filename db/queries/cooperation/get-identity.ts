import 'server-only';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type OwnIdentity, ownIdentity } from './own-identity';

/** Who we are in exchanges, for those who read them; null before anybody entered it. */
export async function getIdentity(actor: Actor): Promise<OwnIdentity | null> {
  authorise(actor, 'cooperation.read');
  return ownIdentity(db());
}

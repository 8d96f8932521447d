import 'server-only';
import { asc } from 'drizzle-orm';
import { db } from '@/db/connection';
import { offices } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { OfficeName } from './find-session';

/** All offices by name, for those who assign them. */
export async function listOffices(actor: Actor): Promise<OfficeName[]> {
  authorise(actor, 'admin.users');
  return db().select({ id: offices.id, name: offices.name }).from(offices).orderBy(asc(offices.name), asc(offices.id));
}

import 'server-only';
import { asc } from 'drizzle-orm';
import { db } from '@/db/connection';
import { offices } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

export type OfficeChoice = { readonly id: string; readonly name: string };

/** Offices by name, for those who transfer consignments between them. */
export async function listTransferOffices(actor: Actor): Promise<OfficeChoice[]> {
  authorise(actor, 'clearance.transfer');
  return db().select({ id: offices.id, name: offices.name }).from(offices).orderBy(asc(offices.name), asc(offices.id));
}

import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { lookInHand } from '@/db/queries/second-look/look-in-hand';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { routes } from './routes';

/**
 * What a query found of a consignment. One that its reader looks at a second time is hidden by the query: the way leads to that look.
 * What does not exist for the actor at all is a page that is not found.
 */
export async function orSecondLook<Found>(actor: Actor, consignmentId: string, found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const inHand = can(actor, 'clearance.second_look') ? await lookInHand(actor) : null;
    if (inHand?.consignmentId === consignmentId) redirect(routes.secondLook(consignmentId));
    notFound();
  }
}

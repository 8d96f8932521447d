import 'server-only';
import { notFound } from 'next/navigation';
import { NotFoundError } from '@/lib/kernel/errors';

/** What a query found; what does not exist for the actor, or not for that office or partner, is a page that is not found. */
export async function orNotFound<Found>(found: Promise<Found>): Promise<Found> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

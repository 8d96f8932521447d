import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';

/** @throws NotFoundError when one of the offices is not the actor's: it does not exist for them */
export function requireOwnOffices(actor: Actor, offices: readonly string[]): void {
  if (offices.some((office) => !actor.officeIds.includes(office))) throw new NotFoundError('office');
}

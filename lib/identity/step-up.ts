import { refuse } from '@/lib/kernel/errors';
import type { Actor } from './actor';

/** How long a proof of who one is counts for acts of consequence. */
export const CONFIRMED_MS = 15 * 60_000;

/** The refusal a page answers by asking for password or code, and repeating the act. */
export const CONFIRMATION_NEEDED = 'confirmation_needed';

/** Whether the actor proved recently enough who they are. Keys and background work have no one to ask: their authority is their own. */
export function isConfirmed(actor: Pick<Actor, 'kind' | 'confirmedAt'>, at: Date): boolean {
  if (actor.kind !== 'user') return true;
  return actor.confirmedAt !== undefined && at.getTime() - actor.confirmedAt.getTime() < CONFIRMED_MS;
}

/**
 * For commands that cannot be mended easily, or give access away: a screen left alone for a moment must not be enough. Asked after
 * authority, and before anything is read. @throws RefusedError `confirmation_needed`
 */
export function requireConfirmed(actor: Pick<Actor, 'kind' | 'confirmedAt'>, at: Date): void {
  if (!isConfirmed(actor, at)) throw refuse(CONFIRMATION_NEEDED);
}

import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { endPresentSession } from './end-present-session';

/**
 * Ends the actor's present session to give a shared counter to somebody else: they stay among those who work there, whoever is next
 * starts with nothing of theirs, and what they hold stays theirs.
 */
export async function lockSession(actor: Actor, at = new Date()): Promise<void> {
  authorise(actor, 'identity.self');
  await endPresentSession(actor, 'identity.lock', at);
}

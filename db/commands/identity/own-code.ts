import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { checkCode } from './check-code';

/** Where a person who is signed in tries again: at their own session, so that nobody else can use up their tries. */
export const ownPlace = ({ sessionId }: Actor): { addressKey: string; deviceKey: string } => {
  const place = `session:${sessionId}`;
  return { addressKey: place, deviceKey: place };
};

/** Takes a code of the actor's own second factor. @throws RefusedError `totp.none`, `totp.wrong`, `throttled` */
export async function takeOwnCode(actor: Actor, code: string, at: Date): Promise<'code' | 'recovery'> {
  authorise(actor, 'identity.self');
  const answer = await checkCode({ userId: actor.id, code, ...ownPlace(actor) }, at);
  if ('refused' in answer) throw refuse(answer.refused === 'throttled' ? 'throttled' : 'totp.wrong');
  if (answer.via === 'none') throw refuse('totp.none');
  return answer.via;
}

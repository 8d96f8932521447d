import { eq } from 'drizzle-orm';
import { beginTotp } from '@/db/commands/identity/begin-totp';
import { finishTotp } from '@/db/commands/identity/finish-totp';
import { db } from '@/db/connection';
import { secretsInForce } from '@/db/env';
import { totps } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { openSecret } from '@/lib/identity/sealed-secret';
import { totpCode, totpStepOf } from '@/lib/identity/totp';

async function secretOf(userId: string): Promise<Buffer> {
  const [row] = await db().select().from(totps).where(eq(totps.userId, userId));
  const opened = openSecret(row?.sealedSecret ?? '', { purpose: 'second-factor', id: userId }, secretsInForce());
  if (!opened) throw new Error('it does not open');
  return opened.content;
}
/** The code an authenticator shows at a moment. */
export const codeAt = async (userId: string, at: Date) => totpCode(await secretOf(userId), totpStepOf(at));

/** Sets a second factor up at a moment; gives its recovery codes. */
export async function enrolAt(actor: Actor, at: Date): Promise<string[]> {
  await beginTotp(actor, at);
  return (await finishTotp(actor, { code: await codeAt(actor.id, at) }, at)).recoveryCodes;
}

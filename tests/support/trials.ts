import { eq } from 'drizzle-orm';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import { submitToSandbox } from '@/db/commands/sandbox/submit-to-sandbox';
import { db } from '@/db/connection';
import { findApiKey } from '@/db/queries/identity/find-api-key';
import { apiKeys } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { oneByOne } from './submissions';

/** The actor behind a new sandbox key of a partner. */
export async function aSandbox(partner: Actor): Promise<Actor> {
  const { keyId } = await createSandboxKey(partner, {});
  const [key] = await db().select().from(apiKeys).where(eq(apiKeys.id, keyId));
  const holder = await findApiKey(key?.keyHash ?? '');
  if (!holder) throw new Error('the key opens nothing');
  return holder.actor;
}

type Wish = { format?: IntakeFormat; idempotencyKey?: string; at?: Date };

/** Sends a body as a trial. */
export function tryOut(sandbox: Actor, body: string, { format = 'csv', idempotencyKey, at }: Wish = {}) {
  return submitToSandbox(
    sandbox,
    {
      format,
      contentType: 'text/plain',
      fileName: null,
      idempotencyKey: idempotencyKey ?? null,
      announcedBytes: null,
      body: oneByOne(Buffer.from(body)),
    },
    at,
  );
}

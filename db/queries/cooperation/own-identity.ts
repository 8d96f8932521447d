import 'server-only';
import { isNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { exchangeIdentities } from '@/db/schema';

export type OwnIdentity = Pick<typeof exchangeIdentities.$inferSelect, 'code' | 'name' | 'fingerprint' | 'publicPem'>;

/** Who we are in exchanges; null before anybody entered it. The key we sign with stays where it is. Takes no actor: commands and queries compose it. */
export async function ownIdentity(from: Executor): Promise<OwnIdentity | null> {
  const { code, name, fingerprint, publicPem, retiredAt } = exchangeIdentities;
  const [row] = await from
    .select({ code, name, fingerprint, publicPem })
    .from(exchangeIdentities)
    .where(isNull(retiredAt));
  return row ?? null;
}

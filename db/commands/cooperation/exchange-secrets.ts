import 'server-only';
import { randomBytes } from 'node:crypto';
import { secretsInForce } from '@/db/env';
import { openSecret, SEAL_NONCE_BYTES, type SealOwner, sealSecret } from '@/lib/identity/sealed-secret';
import { refuse } from '@/lib/kernel/errors';

/** Whose a secret of exchanges is: the key of a fingerprint of ours, or what was agreed with an administration. */
export type ExchangeOwner = { readonly fingerprint: string } | { readonly counterpartId: string };

const ownerOf = (owner: ExchangeOwner): SealOwner => ({
  purpose: 'exchange',
  id: 'fingerprint' in owner ? `identity ${owner.fingerprint}` : `counterpart ${owner.counterpartId}`,
});

/** Encrypts a secret of exchanges with the key in force. Takes no actor: commands compose it. */
export function sealExchangeSecret(owner: ExchangeOwner, secret: string): string {
  return sealSecret(Buffer.from(secret), ownerOf(owner), secretsInForce()[0], randomBytes(SEAL_NONCE_BYTES));
}

/** What was sealed, and whether with the key in force; null where no key of ours opens it. Takes no actor: commands compose it. */
export function openExchangeSecret(
  owner: ExchangeOwner,
  sealed: string,
): { secret: string; isCurrent: boolean } | null {
  const opened = openSecret(sealed, ownerOf(owner), secretsInForce());
  return opened && { secret: opened.content.toString(), isCurrent: opened.isCurrent };
}

/**
 * The secret agreed with an administration. Takes no actor: commands compose it.
 * @throws RefusedError `cooperation.no_secret`, `cooperation.secret_lost` where no key of ours opens it
 */
export function matchSecretOf({
  counterpartId,
  sealedMatchSecret,
}: {
  counterpartId: string;
  sealedMatchSecret: string | null;
}): string {
  if (sealedMatchSecret === null) throw refuse('cooperation.no_secret');
  const opened = openExchangeSecret({ counterpartId }, sealedMatchSecret);
  if (!opened) throw refuse('cooperation.secret_lost');
  return opened.secret;
}

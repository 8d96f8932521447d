import 'server-only';
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { exchangeCounterparts, exchangeIdentities } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { isSealed } from '@/lib/identity/sealed-secret';
import { type ExchangeOwner, openExchangeSecret, sealExchangeSecret } from './exchange-secrets';

/** How many secrets were sealed anew, and how many no key of ours opens. */
export type SealedKept = { readonly sealed: number; readonly lost: number };

/**
 * Seals the secrets of exchanges that stand in the database as they are, left there by a version before they were sealed, and anew those
 * sealed with the key before the one in force, so that the former may be taken away. Empties keys that were retired before retiring did.
 * Run at every start; tens of rows.
 */
export async function sealKept(actor: Actor, at = new Date()): Promise<SealedKept> {
  authorise(actor, 'cooperation.seal');
  return inTransaction(async (tx) => {
    const emptied = await emptyRetired(tx);
    const kept = [...(await keysOf(tx)), ...(await agreedOf(tx))];
    let [sealed, lost] = [0, 0];
    for (const { owner, text, put } of kept) {
      const secret = secretToSeal(owner, text);
      if (secret === null) lost += 1;
      // Of two starts at once one finds that the other has done it.
      else if (secret !== undefined && (await put(sealExchangeSecret(owner, secret)))) sealed += 1;
    }
    if (sealed + emptied > 0)
      await writeAudit(
        tx,
        actor,
        {
          action: 'cooperation.seal',
          subjectType: 'exchange',
          subjectId: 'kept secrets',
          officeId: null,
          details: { sealed },
        },
        at,
      );
    return { sealed, lost };
  });
}

type Kept = {
  readonly owner: ExchangeOwner;
  readonly text: string;
  /** Puts a sealed text in its place; false where another one stands there meanwhile. */
  readonly put: (sealed: string) => Promise<boolean>;
};

/** What is to be sealed; undefined where it is well sealed, null where no key of ours opens it. */
function secretToSeal(owner: ExchangeOwner, text: string): string | null | undefined {
  if (!isSealed(text)) return text;
  const opened = openExchangeSecret(owner, text);
  if (!opened) return null;
  return opened.isCurrent ? undefined : opened.secret;
}

/** What a retired key signed is proved by its public half; the other one is of no use to anybody who may have it. */
async function emptyRetired(tx: Tx): Promise<number> {
  const { retiredAt, sealedKey } = exchangeIdentities;
  const isLeft = and(isNotNull(retiredAt), ne(sealedKey, ''));
  const emptied = await tx.update(exchangeIdentities).set({ sealedKey: '' }).where(isLeft).returning({ retiredAt });
  return emptied.length;
}

async function keysOf(tx: Tx): Promise<Kept[]> {
  const { fingerprint, sealedKey, retiredAt } = exchangeIdentities;
  const rows = await tx.select({ fingerprint, text: sealedKey }).from(exchangeIdentities).where(isNull(retiredAt));
  return rows.map((row) => ({
    ...{ owner: { fingerprint: row.fingerprint }, text: row.text },
    put: async (sealed) => {
      const isSame = and(eq(fingerprint, row.fingerprint), eq(sealedKey, row.text));
      const put = await tx
        .update(exchangeIdentities)
        .set({ sealedKey: sealed })
        .where(isSame)
        .returning({ fingerprint });
      return put.length > 0;
    },
  }));
}

async function agreedOf(tx: Tx): Promise<Kept[]> {
  const { counterpartId, sealedMatchSecret } = exchangeCounterparts;
  const rows = await tx
    .select({ counterpartId, text: sealedMatchSecret })
    .from(exchangeCounterparts)
    .where(isNotNull(sealedMatchSecret));
  return rows.flatMap((row) => {
    const { text } = row;
    if (text === null) return [];
    const put = async (sealed: string) => {
      const isSame = and(eq(counterpartId, row.counterpartId), eq(sealedMatchSecret, text));
      const set = { sealedMatchSecret: sealed };
      const done = await tx.update(exchangeCounterparts).set(set).where(isSame).returning({ counterpartId });
      return done.length > 0;
    };
    return [{ owner: { counterpartId: row.counterpartId }, text, put }];
  });
}

import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { partners, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** What the identity provider says of the person it signed in. */
export type ProviderPerson = {
  readonly email: string | null;
  /** The provider vouches that the address is the person's own. */
  readonly isVerified: boolean;
};

/**
 * The account in use under the e-mail address that an identity provider has verified; null when there is none, which the audit log
 * tells with the reason. Takes no actor: nobody is signed in yet. Never makes an account.
 */
export async function matchProviderPerson(
  { email, isVerified }: ProviderPerson,
  at = new Date(),
): Promise<{ userId: string } | null> {
  return inTransaction(async (tx) => {
    const user = email ? await findUser(tx, email) : undefined;
    if (user && isVerified && !user.isDisabled) return { userId: user.id };
    const reason = !email ? 'no_email' : !isVerified ? 'email_not_verified' : user ? 'disabled' : 'no_account';
    await writeAudit(
      tx,
      SYSTEM_ACTOR,
      {
        action: 'identity.sign_in_failed',
        subjectType: 'user',
        subjectId: user?.id ?? 'unknown',
        details: { via: 'oidc', reason },
      },
      at,
    );
    return null;
  });
}

async function findUser(tx: Tx, email: string) {
  const [row] = await tx
    .select({
      id: users.id,
      isDisabled: sql<boolean>`(${users.disabledAt} is not null or ${partners.disabledAt} is not null)`,
    })
    .from(users)
    .leftJoin(partners, eq(partners.id, users.partnerId))
    .where(sql`lower(${users.email}) = ${email.normalize('NFKC').trim().toLowerCase()}`);
  return row;
}

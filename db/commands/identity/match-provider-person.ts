import 'server-only';
import { and, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { users } from '@/db/schema';

/** The account of an e-mail address that an identity provider has verified. Takes no actor: nobody is signed in yet. Never makes an account. */
export async function findUserByEmail(email: string): Promise<{ id: string } | null> {
  const [row] = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(sql`lower(${users.email}) = ${email.normalize('NFKC').trim().toLowerCase()}`, isNull(users.disabledAt)));
  return row ?? null;
}

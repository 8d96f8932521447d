import 'server-only';
import { eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { mailSubscribers } from '@/db/schema';
import { MAIL_KEY } from '@/lib/publication/mail';

/** The subscription a key is of; null for any other. Takes no actor: the key is in the mails of its owner alone. */
export async function findMailSubscription(
  key: string,
): Promise<{ readonly email: string; readonly isConfirmed: boolean } | null> {
  if (!MAIL_KEY.test(key)) return null;
  const [row] = await db().select().from(mailSubscribers).where(eq(mailSubscribers.key, key));
  return row ? { email: row.email, isConfirmed: row.confirmedAt !== null } : null;
}

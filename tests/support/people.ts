import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { openSession } from '@/db/commands/identity/open-session';
import { db } from '@/db/connection';
import { findSession } from '@/db/queries/identity/find-session';
import { auditLog, userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { hashPassword } from '@/lib/identity/password';
import type { Role } from '@/lib/identity/roles';

/** Quick to hash; what matters is tested beside the hash itself. */
export const QUICK = { cost: 14, blockSize: 1, parallelism: 1 };

type Person = { role?: Role; offices?: readonly string[]; partnerId?: string | null; password?: string };

/** An account in the database. Offices must be seeded. */
export async function aPerson(person: Person = {}): Promise<{ id: string; email: string }> {
  const { role = 'officer', offices = ['NLRTM'], partnerId = null, password } = person;
  const id = randomUUID();
  const email = `${role}-${id}@Example.org`;
  const passwordHash = password === undefined ? null : await hashPassword(password, Buffer.from(id), QUICK);
  await db()
    .insert(users)
    .values({ id, email, name: `A ${role}`, role, partnerId, passwordHash, createdAt: new Date() });
  for (const [index, officeId] of offices.entries()) {
    await db()
      .insert(userOffices)
      .values({ userId: id, officeId, isDefault: index === 0 });
  }
  return { id, email };
}

/** The same person signed in, as the application would find them at the next request. */
export async function signedIn(userId: string, at = new Date()): Promise<Actor> {
  const found = await findSession(await openSession(userId, 'password', at), at);
  if (!found) throw new Error('not signed in');
  return found.actor;
}

/** Audit rows about one subject, the latest first. */
export async function auditAbout(subjectId: string) {
  return db().select().from(auditLog).where(eq(auditLog.subjectId, subjectId)).orderBy(desc(auditLog.at));
}

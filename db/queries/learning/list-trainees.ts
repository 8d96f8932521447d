import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { COURSE_KINDS, type CourseKind, TRAINED_ROLES } from '@/lib/learning/course';

/** Somebody a course may be set for, and what may be practised in that role. */
export type Trainee = {
  readonly officeId: string;
  readonly userId: string;
  readonly name: string;
  readonly kinds: readonly CourseKind[];
};

/** Who may be set a course in the actor's offices, by name; somebody of two offices stands in both. */
export async function listTrainees(actor: Actor): Promise<readonly Trainee[]> {
  authorise(actor, 'learning.set');
  const roles = [...new Set(COURSE_KINDS.flatMap((kind) => TRAINED_ROLES[kind]))];
  const rows = await db()
    .select({ officeId: userOffices.officeId, userId: users.id, name: users.name, role: users.role })
    .from(userOffices)
    .innerJoin(users, eq(users.id, userOffices.userId))
    .where(
      and(inArray(userOffices.officeId, [...actor.officeIds]), inArray(users.role, roles), isNull(users.disabledAt)),
    )
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ role, ...person }) => ({
    ...person,
    kinds: COURSE_KINDS.filter((kind) => (TRAINED_ROLES[kind] as readonly string[]).includes(role)),
  }));
}

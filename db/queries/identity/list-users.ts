import 'server-only';
import { and, asc, eq, gt, ilike, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { agencies, partners, sessions, userOffices, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Role } from '@/lib/identity/roles';

export type UserFilter = {
  readonly role?: Role;
  readonly state?: 'in_use' | 'disabled';
  /** Part of the name or the e-mail address. */
  readonly find?: string;
  /** E-mail address of the last row of the former page. */
  readonly after?: string;
};

export type UserRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerName: string | null;
  readonly agencyName: string | null;
  readonly officeIds: readonly string[];
  readonly isDemo: boolean;
  readonly disabledAt: Date | null;
  readonly lastSeenAt: string | null;
};

const PAGE_ROWS = 50;

/** Accounts by e-mail address, fifty a page. */
export async function listUsers(
  actor: Actor,
  filter: UserFilter,
): Promise<{ rows: UserRow[]; nextAfter: string | null }> {
  authorise(actor, 'admin.users');
  const email = sql`lower(${users.email})`;
  const conditions: (SQL | undefined)[] = [
    filter.role ? eq(users.role, filter.role) : undefined,
    filter.state === 'disabled' ? isNotNull(users.disabledAt) : undefined,
    filter.state === 'in_use' ? isNull(users.disabledAt) : undefined,
    filter.find
      ? or(ilike(users.email, likePattern(filter.find)), ilike(users.name, likePattern(filter.find)))
      : undefined,
    filter.after ? gt(email, filter.after) : undefined,
  ];
  const rows = await db()
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      partnerName: partners.name,
      agencyName: agencies.name,
      officeIds: sql<
        string[]
      >`array(select ${userOffices.officeId} from ${userOffices} where ${userOffices.userId} = ${users.id} order by 1)`,
      isDemo: users.isDemo,
      disabledAt: users.disabledAt,
      lastSeenAt: sql<
        string | null
      >`(select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.userId} = ${users.id})`,
    })
    .from(users)
    .leftJoin(partners, eq(partners.id, users.partnerId))
    .leftJoin(agencies, eq(agencies.id, users.agencyId))
    .where(and(...conditions))
    .orderBy(asc(email))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS);
  return { rows: page, nextAfter: rows.length > PAGE_ROWS ? (page.at(-1)?.email.toLowerCase() ?? null) : null };
}

/** Text typed by a person as a pattern that finds it anywhere, its wildcards taken literally. */
function likePattern(text: string): string {
  return `%${text.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`;
}

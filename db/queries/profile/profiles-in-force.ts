import 'server-only';
import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Executor } from '@/db/connection';
import { logLine } from '@/db/log';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { profileListEditions, profileMutes, profileStandings, profiles, profileVersions } from '@/db/schema';
import { sha256Hex } from '@/lib/kernel/ids';
import { type Mutes, partySlot } from '@/lib/profile/mute';
import { predicateOf } from '@/lib/profile/predicate';
import { listsIn, type NamedLists, readTree } from '@/lib/profile/read-tree';
import type { ProfileInForce } from '@/lib/profile/select';
import { namedLists } from './named-lists';

export type ProfilesInForce = {
  readonly all: readonly ProfileInForce[];
  /** Eight hexadecimal digits that change with every version that selects, and every list it names; null where none does. */
  readonly version: string | null;
  readonly mutes: Mutes;
};

/** What was read last, by what told it apart. */
let known: { readonly stamp: string; readonly found: ProfilesInForce } | null = null;

/**
 * The versions that look at consignments on a day: in force until they expire, and in shadow. One small question tells whether they
 * are still those that were read last, so that a step acts on the next consignment, in every process. Takes no actor: it decides
 * nothing by itself.
 */
export async function profilesInForce(from: Executor, day: string): Promise<ProfilesInForce> {
  const stamp = await stampOn(from, day);
  if (known?.stamp === stamp) return known.found;
  const found = await load(from, day);
  known = { stamp, found };
  return found;
}

/** Rows are told by all that identifies and all that is decided by, however they came to be there. */
async function stampOn(from: Executor, day: string): Promise<string> {
  const { profileId, version, state, shadowUntil, expiresOn } = profileStandings;
  const hashed = (...parts: readonly AnyPgColumn[]) =>
    sql`coalesce(sum(hashtextextended(concat_ws(' ', ${sql.join([...parts], sql`, `)}), 0)::numeric), 0)`;
  const { rows } = await from.execute<{ stamp: string }>(sql`
    select concat_ws(' ',
      (select ${hashed(profileId, version, state, shadowUntil, expiresOn)} from ${profileStandings} where ${looksOn(day)}),
      (select ${hashed(profileMutes.id)} from ${profileMutes} where ${mutedOn(day)}),
      (select ${hashed(profileListEditions.listKey, profileListEditions.edition)} from ${profileListEditions}
        where ${profileListEditions.state} = 'in_force')) as stamp`);
  // The lists of the policy of the day are among those that conditions may name.
  const policy = await policyInForce(from, day);
  return `${day} ${policy.version} ${rows[0]?.stamp}`;
}

const looksOn = (day: string): SQL | undefined =>
  or(
    and(sql`${profileStandings.state} = 'active'`, gte(profileStandings.expiresOn, day)),
    and(
      sql`${profileStandings.state} = 'shadow'`,
      or(isNull(profileStandings.shadowUntil), gte(profileStandings.shadowUntil, day)),
    ),
  );

const mutedOn = (day: string): SQL | undefined => and(isNull(profileMutes.liftedAt), gte(profileMutes.until, day));

async function load(from: Executor, day: string): Promise<ProfilesInForce> {
  const rows = await from
    .select({
      profileId: profileVersions.profileId,
      number: profiles.number,
      version: profileVersions.version,
      content: profileVersions.content,
      state: profileStandings.state,
    })
    .from(profileStandings)
    .innerJoin(
      profileVersions,
      and(
        eq(profileVersions.profileId, profileStandings.profileId),
        eq(profileVersions.version, profileStandings.version),
      ),
    )
    .innerJoin(profiles, eq(profiles.id, profileStandings.profileId))
    .where(looksOn(day))
    .orderBy(asc(profiles.number), asc(profileVersions.version));
  const lists = rows.length === 0 ? new Map() : await namedLists(from, new Date(`${day}T00:00:00Z`));
  const all = rows.flatMap((row) => inForce(row, lists));
  const selecting = all
    .filter(({ profile }) => profile.mode === 'active')
    .map(({ profile: { profileId, version }, named }) => [profileId, version, ...named].join(' '));
  return {
    all: all.map(({ profile }) => profile),
    version: selecting.length === 0 ? null : sha256Hex(selecting.join('\n')).slice(0, 8),
    mutes: rows.length === 0 ? new Map() : await mutesOn(from, day),
  };
}

async function mutesOn(from: Executor, day: string): Promise<Mutes> {
  const { profileId, party, partyKey } = profileMutes;
  const rows = await from.select({ profileId, party, partyKey }).from(profileMutes).where(mutedOn(day));
  const mutes = new Map<string, Set<string>>();
  for (const row of rows) {
    const muted = mutes.get(row.profileId) ?? new Set<string>();
    mutes.set(row.profileId, muted.add(partySlot(row.party, row.partyKey)));
  }
  return mutes;
}

type Row = Pick<ProfileInForce, 'profileId' | 'number' | 'version'> & {
  readonly content: (typeof profileVersions.$inferSelect)['content'];
  readonly state: (typeof profileStandings.$inferSelect)['state'];
};

/**
 * A version ready to run, with the editions of the lists it names. One that cannot be read any more, because a list is gone, selects
 * nobody and says so.
 */
function inForce(
  { content, state, ...row }: Row,
  lists: NamedLists,
): { readonly profile: ProfileInForce; readonly named: readonly string[] }[] {
  const read = readTree(content.tree, lists);
  if ('problems' in read) {
    logLine('error', 'profile.unreadable', {
      profile: row.number,
      version: row.version,
      code: read.problems[0]?.code ?? '',
    });
    return [];
  }
  const { title, instruction, effect, dailySlots } = content;
  const mode = state === 'active' ? 'active' : 'shadow';
  const profile = { ...row, title, instruction, effect, dailySlots, mode, predicate: predicateOf(read.group) } as const;
  return [{ profile, named: listsIn(read.group) }];
}

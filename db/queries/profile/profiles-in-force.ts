import 'server-only';
import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { logLine } from '@/db/log';
import { profileMutes, profileStandings, profiles, profileVersions } from '@/db/schema';
import { sha256Hex } from '@/lib/kernel/ids';
import { type Mutes, partySlot } from '@/lib/profile/mute';
import { predicateOf } from '@/lib/profile/predicate';
import { listsIn, type NamedLists, readTree } from '@/lib/profile/read-tree';
import type { ProfileInForce } from '@/lib/profile/select';
import { namedLists } from './named-lists';

/** How long a process may go on with what it read; a change acts everywhere within this time. */
const FRESH_MS = 10_000;

export type ProfilesInForce = {
  readonly all: readonly ProfileInForce[];
  /** Eight hexadecimal digits that change with every version that selects, and every list it names; null where none does. */
  readonly version: string | null;
  readonly mutes: Mutes;
};

let known: { readonly day: string; readonly askedAt: number; readonly found: Promise<ProfilesInForce> } | null = null;

/** Lets this process see at once what it has just decided. */
export function forgetProfiles(): void {
  known = null;
}

/** The versions that look at consignments on a day: in force until they expire, and in shadow. Takes no actor: it decides nothing by itself. */
export function profilesInForce(from: Executor, day: string): Promise<ProfilesInForce> {
  if (known?.day === day && performance.now() - known.askedAt < FRESH_MS) return known.found;
  const found = load(from, day);
  known = { day, askedAt: performance.now(), found };
  found.catch(forgetProfiles);
  return found;
}

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
    .where(
      or(
        and(sql`${profileStandings.state} = 'active'`, gte(profileStandings.expiresOn, day)),
        and(
          sql`${profileStandings.state} = 'shadow'`,
          or(isNull(profileStandings.shadowUntil), gte(profileStandings.shadowUntil, day)),
        ),
      ),
    )
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
  const rows = await from
    .select({ profileId, party, partyKey })
    .from(profileMutes)
    .where(and(isNull(profileMutes.liftedAt), gte(profileMutes.until, day)));
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

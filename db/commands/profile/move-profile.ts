import 'server-only';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { profileStandings, profiles, profileVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ACTIVATE_PROFILE_INPUT, APPROVE_PROFILE_INPUT, PROFILE_ACT_INPUT } from '@/lib/profile/inputs';
import { NEEDS_SECOND, PROFILE_MOVES, type ProfileAct } from '@/lib/profile/life-cycle';

type Seen = {
  readonly profileId: string;
  readonly version: number;
  readonly rowVersion: number;
  readonly reason: string;
};
type Limits = { readonly shadowUntil?: string; readonly expiresOn?: string };
type ActInput = z.input<typeof PROFILE_ACT_INPUT>;
/** The row as the step left it: who goes on from here has seen it. */
type MovedProfile = { readonly rowVersion: number };

/** Lets a proposed version watch in shadow, for so many days. @throws NotFoundError; RefusedError `profile.own`, `profile.state`, `changed_meanwhile` */
export async function approveProfile(
  actor: Actor,
  input: z.input<typeof APPROVE_PROFILE_INPUT>,
  at = new Date(),
): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  const { shadowDays, ...seen } = parseInput(APPROVE_PROFILE_INPUT, input);
  return move(actor, 'approve', seen, { shadowUntil: addDays(dayOf(at), shadowDays - 1) }, at);
}

/** Lets a version that watched select from now on, for so many days; the one in force before gives way. @throws as `approveProfile` */
export async function activateProfile(
  actor: Actor,
  input: z.input<typeof ACTIVATE_PROFILE_INPUT>,
  at = new Date(),
): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  const { days, ...seen } = parseInput(ACTIVATE_PROFILE_INPUT, input);
  return move(actor, 'activate', seen, { expiresOn: addDays(dayOf(at), days - 1) }, at);
}

/** Sends a proposed version back with the reason. @throws as `approveProfile` */
export async function refuseProfile(actor: Actor, input: ActInput, at = new Date()): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  return move(actor, 'refuse', parseInput(PROFILE_ACT_INPUT, input), {}, at);
}

/** Stops a version that selects; its author may, too. @throws as `approveProfile` */
export async function suspendProfile(actor: Actor, input: ActInput, at = new Date()): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  return move(actor, 'suspend', parseInput(PROFILE_ACT_INPUT, input), {}, at);
}

/** Lets a suspended version select again, until the day it expires anyway. @throws as `approveProfile` */
export async function resumeProfile(actor: Actor, input: ActInput, at = new Date()): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  return move(actor, 'resume', parseInput(PROFILE_ACT_INPUT, input), {}, at);
}

/** Ends a version for good. @throws as `approveProfile` */
export async function retireProfile(actor: Actor, input: ActInput, at = new Date()): Promise<MovedProfile> {
  authorise(actor, 'profile.decide');
  return move(actor, 'retire', parseInput(PROFILE_ACT_INPUT, input), {}, at);
}

async function move(actor: Actor, act: ProfileAct, seen: Seen, limits: Limits, at: Date) {
  const { profileId, version, rowVersion, reason } = seen;
  const { from, to } = PROFILE_MOVES[act];
  const moved: MovedProfile = { rowVersion: rowVersion + 1 };
  await inTransaction(async (tx) => {
    // Steps on two versions of one profile wait for each other: else both could come into force.
    const [profile] = await tx
      .select({ endsOn: profiles.endsOn })
      .from(profiles)
      .where(eq(profiles.id, profileId))
      .for('update');
    const endsOn = profile?.endsOn ?? null;
    const [found] = await tx
      .select({
        authors: profileVersions.authors,
        state: profileStandings.state,
        expiresOn: profileStandings.expiresOn,
      })
      .from(profileVersions)
      .innerJoin(
        profileStandings,
        and(
          eq(profileStandings.profileId, profileVersions.profileId),
          eq(profileStandings.version, profileVersions.version),
        ),
      )
      .where(and(eq(profileVersions.profileId, profileId), eq(profileVersions.version, version)));
    if (!found) throw new NotFoundError('profile');
    if (NEEDS_SECOND.has(act) && found.authors.includes(actor.id)) throw refuse('profile.own');
    const isOver = found.expiresOn !== null && found.expiresOn < dayOf(at);
    if (act === 'resume' && isOver) throw refuse('profile.expired');
    // What came from another administration acts no longer than it was given for.
    if (endsOn !== null && endsOn < dayOf(at) && NEEDS_SECOND.has(act) && act !== 'refuse')
      throw refuse('profile.given_until', { day: endsOn });
    const until = earliest(limits, endsOn);
    const by = { changedBy: actor.id, changedByName: actor.name, changedAt: at };
    // Before the step itself, which is refused while another version selects.
    const superseded = to === 'active' ? await supersede(tx, profileId, version, by) : [];
    const changed = await tx
      .update(profileStandings)
      .set({ state: to, ...until, ...by, reason, rowVersion: moved.rowVersion })
      .where(
        and(
          eq(profileStandings.profileId, profileId),
          eq(profileStandings.version, version),
          eq(profileStandings.rowVersion, rowVersion),
          inArray(profileStandings.state, [...from]),
        ),
      )
      .returning({ version: profileStandings.version });
    if (changed.length === 0) throw refuse(from.includes(found.state) ? 'changed_meanwhile' : 'profile.state');
    await writeAudit(
      tx,
      actor,
      {
        action: `profile.${act}`,
        subjectType: 'profile',
        subjectId: profileId,
        officeId: null,
        reason,
        details: { version, before: { state: found.state }, after: { state: to, ...until }, superseded },
      },
      at,
    );
  });
  return moved;
}

/** Limits that reach no further than a day. */
function earliest(limits: Limits, endsOn: string | null): Limits {
  const cut = (day: string | undefined) => (day !== undefined && endsOn !== null && endsOn < day ? endsOn : day);
  const [shadowUntil, expiresOn] = [cut(limits.shadowUntil), cut(limits.expiresOn)];
  return { ...(shadowUntil ? { shadowUntil } : {}), ...(expiresOn ? { expiresOn } : {}) };
}

/** One version of a profile selects at a time. Gives those that gave way. */
async function supersede(
  tx: Tx,
  profileId: string,
  version: number,
  by: { changedBy: string; changedByName: string; changedAt: Date },
): Promise<number[]> {
  const gave = await tx
    .update(profileStandings)
    .set({ state: 'superseded', reason: null, rowVersion: sql`${profileStandings.rowVersion} + 1`, ...by })
    .where(
      and(
        eq(profileStandings.profileId, profileId),
        ne(profileStandings.version, version),
        inArray(profileStandings.state, ['active', 'suspended']),
      ),
    )
    .returning({ version: profileStandings.version });
  return gave.map((one) => one.version);
}

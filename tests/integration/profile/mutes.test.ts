import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { liftMute } from '@/db/commands/profile/lift-mute';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { muteParty } from '@/db/commands/profile/mute-party';
import { db } from '@/db/connection';
import { listMutes } from '@/db/queries/profile/list-mutes';
import { listProfileHits } from '@/db/queries/profile/list-profile-hits';
import { profileResults } from '@/db/queries/profile/profile-results';
import { auditLog } from '@/db/schema';
import { parseCursor } from '@/lib/audit/filter';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { draft, proposed, second, seen } from '../../support/a-profile';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let profileId: string;
const today = dayOf(new Date());
const elsewhere = someone('risk_manager', 'DEFRA');
const toy = (reference: string, sender: string) => ({
  reference,
  commodity_code: '950300',
  description: 'Wooden train set for children, 40 pieces',
  sender_name: sender,
});
const send = (...rows: Readonly<Record<string, string>>[]) => sendSubmission(desk.partner, csvOf(rows));
const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const mute = (actor: Actor, reference: string, more: object = {}) =>
  muteParty(actor, {
    profileId,
    consignmentId: idOf(reference),
    party: 'sender',
    until: addDays(today, 10),
    reason: 'Known maker, audited in October.',
    ...more,
  });
const hits = async () => {
  const { rows } = await listProfileHits(second, { profileId, version: 1, before: null });
  return new Map(rows.map((row) => [row.reference, row.keptBack ?? (row.hasSlot ? 'selected' : row.mode)]));
};

beforeAll(async () => {
  desk = await aDesk();
  const one = await proposed({ ...draft, dailySlots: 1_000 });
  profileId = one.profileId;
  await approveProfile(second, { ...seen(one), shadowDays: 7 });
  await activateProfile(second, { ...seen(one, 2), days: 30 });
  await send(toy('M-1', 'Oak Toys'), toy('M-2', 'Elm Toys'));
});

describe('a profile that leaves a party alone', () => {
  it('notes its consignments as muted, selects those of others, and looks again when the mute is lifted', async () => {
    const { muteId } = await mute(second, 'M-1');
    await send(toy('M-3', 'OAK  toys'), toy('M-4', 'Elm Toys'));
    expect(await hits()).toEqual(
      new Map([
        ['M-1', 'selected'],
        ['M-2', 'selected'],
        ['M-3', 'muted'],
        ['M-4', 'selected'],
      ]),
    );
    const [listed] = await listMutes(second, profileId);
    expect(listed).toMatchObject({ id: muteId, party: 'sender', isInForce: true, from: { reference: 'M-1' } });
    expect(await refusalOf(mute(second, 'M-3'))).toEqual(['profile.muted_already']);
    await liftMute(second, { profileId, muteId, rowVersion: 1, reason: 'The audit is over.' });
    await send(toy('M-5', 'Oak Toys'));
    expect((await hits()).get('M-5')).toBe('selected');
    expect(await refusalOf(liftMute(second, { profileId, muteId, rowVersion: 1, reason: 'Again.' }))).toEqual([
      'changed_meanwhile',
    ]);
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, profileId));
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['profile.mute', 'profile.lift_mute']));
    expect(await profileResults(second, profileId)).toMatchObject([
      { version: 1, hits: 5, selected: 4, muted: 1, noSlot: 0, hitRate: null, days: [{ day: today, hits: 5 }] },
    ]);
  });

  it('is muted once where two do it at once', async () => {
    const outcomes = await Promise.allSettled([mute(second, 'M-2'), mute(desk.supervisor, 'M-2')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is muted by those who decide on profiles, for a consignment of their own that met it, and not for ever', async () => {
    for (const role of ROLES.filter((one) => one !== 'risk_manager' && one !== 'supervisor')) {
      await expect(mute(someone(role, 'NLRTM'), 'M-1')).rejects.toThrow(ForbiddenError);
      const lift = liftMute(someone(role, 'NLRTM'), { profileId, muteId: randomUUID(), rowVersion: 1, reason: 'No.' });
      await expect(lift).rejects.toThrow(ForbiddenError);
    }
    await expect(mute(elsewhere, 'M-1')).rejects.toThrow(NotFoundError);
    await expect(mute(second, 'NEVER-CAME')).rejects.toThrow(NotFoundError);
    for (const until of [addDays(today, -1), addDays(today, 400), 'soon']) {
      await expect(mute(second, 'M-1', { until })).rejects.toThrow(InvalidInputError);
    }
    const { muteId } = await mute(second, 'M-1');
    const lift = { profileId, muteId, rowVersion: 1, reason: 'Not mine.' };
    await expect(liftMute(elsewhere, lift)).rejects.toThrow(NotFoundError);
    expect(await listMutes(elsewhere, profileId)).toMatchObject([{ from: null }, { from: null }, { from: null }]);
  });

  it('lists its hits page by page, each once, to whoever may see them', async () => {
    await send(...Array.from({ length: 25 }, (_, index) => toy(`P-${index}`, `Maker ${index}`)));
    const first = await listProfileHits(second, { profileId, version: 1, before: null });
    const then = await listProfileHits(second, { profileId, version: 1, before: parseCursor(first.next) });
    const references = [...first.rows, ...then.rows].map(({ reference }) => reference);
    expect([first.rows.length, then.rows.length, new Set(references).size, then.next]).toEqual([20, 10, 30, null]);
    const none = await listProfileHits(elsewhere, { profileId, version: 1, before: null });
    expect(none).toEqual({ rows: [], next: null });
    expect(await profileResults(elsewhere, profileId)).toEqual([]);
  });
});

import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { dismissMatch } from '@/db/commands/screening/dismiss-match';
import { withdrawDismissal } from '@/db/commands/screening/withdraw-dismissal';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { listDismissals } from '@/db/queries/screening/list-dismissals';
import { matchesOfConsignment } from '@/db/queries/screening/matches-of';
import { auditLog, clearances, codes } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { auditOf, refusalOf, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** Puts an entry of the list into force from the beginning of the year; its words are its number. */
async function list(name: string, edition = '2026-1'): Promise<string> {
  const entryId = name.split(' ')[0] ?? '';
  const value = { name, type: 'entity', aliases: [`${edition} ${entryId}`] };
  const row = { kind: 'denied_party', key: `TEST/${entryId}`, validFrom: '2026-01-01', source: 'test' };
  await db().delete(codes).where(eq(codes.key, row.key));
  await db()
    .insert(codes)
    .values({ ...row, value, edition });
  forgetWhatIsInForce();
  return entryId;
}

/** Sends one consignment and gives its id. */
async function send(reference: string, fields: Readonly<Record<string, string>>): Promise<string> {
  await sendSubmission(desk.partner, csvOf([{ reference, ...fields }]));
  return consignmentIdOf(desk.partnerId, reference);
}

const reasonOf = async (consignmentId: string) => {
  const [row] = await db().select().from(clearances).where(eq(clearances.consignmentId, consignmentId));
  return row?.topIndicators.includes('denied_party') ?? false;
};

/** A consignment whose sender is an entry of a list, and the dismissal of that as one actor would make it. */
async function matched(name: string) {
  const entryId = await list(name);
  const consignmentId = await send(`${name.slice(0, 8)}-1`, { sender_name: name });
  const match = { party: 'sender', list: 'TEST', entryId, edition: '2026-1' } as const;
  const dismiss = (actor: Actor) =>
    dismissMatch(actor, { consignmentId, ...match, reason: 'Another company: its number in the register differs' });
  return { consignmentId, entryId, match, dismiss };
}

describe('a match with a listed party', () => {
  it('is shown with its words, dismissed with a reason, and selects that party no more until a new edition', async () => {
    const name = 'Quoravel Marine Holding';
    const { consignmentId, entryId, dismiss } = await matched(name);
    expect(await reasonOf(consignmentId)).toBe(true);
    const [shown] = await matchesOfConsignment(desk.officer, consignmentId);
    expect(shown).toMatchObject({ party: 'sender', list: 'TEST', entryId, listedName: name, dismissal: null });
    expect(shown?.pairs.map(({ percent }) => percent)).toContain(100);

    await dismiss(desk.supervisor);
    const [after] = await matchesOfConsignment(desk.officer, consignmentId);
    expect(after?.dismissal).toMatchObject({ dismissedByName: desk.supervisor.name });
    expect(await reasonOf(consignmentId)).toBe(true);
    const audit = (await auditOf(consignmentId)).filter(({ action }) => action === 'screening.dismiss');
    expect(audit).toMatchObject([{ actorId: desk.supervisor.id, details: { party: 'sender', entry: entryId } }]);
    expect((await timelineOf(consignmentId)).map(({ kind }) => kind)).toContain('match_dismissed');

    expect(await reasonOf(await send('QUO-2', { sender_name: 'QUORAVEL MARINE holding' }))).toBe(false);
    expect(await reasonOf(await send('QUO-3', { recipient_name: name }))).toBe(true);
    await db()
      .update(codes)
      .set({ edition: '2026-2' })
      .where(eq(codes.key, `TEST/${entryId}`));
    await list('Somebody else entirely');
    expect(await reasonOf(await send('QUO-4', { sender_name: name }))).toBe(true);
  });

  it('keeps the words of the declared name back, and gives them with the reveal that is noted', async () => {
    const { consignmentId } = await matched('Vesterhavn Nordquist Logistik');
    const [shown] = await matchesOfConsignment(desk.officer, consignmentId);
    expect(shown).toMatchObject({ isMasked: true });
    expect(shown?.pairs.length).toBeGreaterThan(0);
    expect(new Set(shown?.pairs.map(({ here }) => here))).toEqual(new Set(['***']));
    const { assessments } = await getConsignment(desk.officer, consignmentId);
    const values = assessments[0]?.indicators.find(({ code }) => code === 'denied_party')?.values;
    expect(values?.pairs).toContain('*** = ***');
    const revealed = await revealPartyData(desk.officer, { consignmentId, reason: 'identity_check' });
    expect(revealed.matches[0]?.pairs.map(({ here }) => here)).toContain('vesterhavn');
    expect((await auditOf(consignmentId)).map(({ action }) => action)).toContain('consignment.reveal');
  });

  it('names who dismissed it and why to their own office, and elsewhere the office alone', async () => {
    const name = 'Marrowgate Ceramic Kilns';
    const { consignmentId, dismiss } = await matched(name);
    const elsewhere = await send('MARR-2', { sender_name: name, office: 'BELGG' });
    await dismiss(desk.supervisor);
    const [own] = await matchesOfConsignment(desk.officer, consignmentId);
    expect(own?.dismissal).toMatchObject({ isOwn: true, dismissedByName: desk.supervisor.name });
    const [foreign] = await matchesOfConsignment(desk.stranger, elsewhere);
    expect(foreign?.dismissal).toEqual({ isOwn: false, officeName: expect.stringMatching(/Rotterdam/) });
  });

  it('is found on a seller, too', async () => {
    const name = 'Trevanik Outdoor Supplies';
    const entryId = await list(name);
    const consignmentId = await send('TREV-1', { seller_name: name });
    expect(await matchesOfConsignment(desk.officer, consignmentId)).toMatchObject([{ party: 'seller' }]);
    await dismissMatch(desk.supervisor, {
      consignmentId,
      party: 'seller',
      list: 'TEST',
      entryId,
      edition: '2026-1',
      reason: 'Another seller',
    });
    expect(await reasonOf(await send('TREV-2', { seller_name: name }))).toBe(false);
  });

  it('is dismissed by the roles for it, of the office, where it is, and once', async () => {
    const { consignmentId, match, dismiss } = await matched('Obrenovka Textile Works');
    for (const actor of [desk.officer, desk.analyst, someone('auditor', desk.officeId)]) {
      await expect(dismiss(actor)).rejects.toThrow(ForbiddenError);
    }
    await expect(dismiss(someone('supervisor', 'BELGG'))).rejects.toThrow(NotFoundError);
    await expect(
      dismissMatch(desk.supervisor, { consignmentId, ...match, entryId: '999', reason: 'There is no such match' }),
    ).rejects.toThrow(NotFoundError);
    const outcomes = await Promise.allSettled([dismiss(desk.supervisor), dismiss(someone('risk_manager', 'NLRTM'))]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(dismiss(desk.supervisor))).toEqual(['dismissal.present']);
    expect((await auditOf(consignmentId)).filter(({ action }) => action === 'screening.dismiss')).toHaveLength(1);
  });
});

describe('a dismissal', () => {
  const newest = async (actor: Actor) => (await listDismissals(actor))[0]?.id ?? '';
  const withdraw = (actor: Actor, dismissalId: string) =>
    withdrawDismissal(actor, { dismissalId, reason: 'It was the listed party after all' });

  it('is withdrawn with a reason, and the party is selected again', async () => {
    const name = 'Halvorsund Precision Tools';
    const { consignmentId, dismiss } = await matched(name);
    await dismiss(desk.supervisor);
    const id = await newest(desk.supervisor);
    await withdraw(desk.supervisor, id);
    expect((await listDismissals(desk.supervisor)).map((one) => one.id)).not.toContain(id);
    expect(await reasonOf(await send('HALV-2', { sender_name: name }))).toBe(true);
    const [row] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, consignmentId), eq(auditLog.action, 'screening.withdraw_dismissal')))
      .orderBy(desc(auditLog.at));
    expect(row).toMatchObject({ actorId: desk.supervisor.id, reason: 'It was the listed party after all' });
    await dismiss(desk.supervisor);
  });

  it('is withdrawn by the roles for it, of the office, and once', async () => {
    const { dismiss } = await matched('Kestrelby Fine Ceramics');
    await dismiss(desk.supervisor);
    const id = await newest(desk.supervisor);
    await expect(withdraw(desk.officer, id)).rejects.toThrow(ForbiddenError);
    await expect(listDismissals(desk.officer)).rejects.toThrow(ForbiddenError);
    const elsewhere = someone('supervisor', 'BELGG');
    await expect(withdraw(elsewhere, id)).rejects.toThrow(NotFoundError);
    expect(await listDismissals(elsewhere)).toEqual([]);
    const outcomes = await Promise.allSettled([withdraw(desk.supervisor, id), withdraw(desk.supervisor, id)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(withdraw(desk.supervisor, id))).toEqual(['dismissal.withdrawn']);
  });
});

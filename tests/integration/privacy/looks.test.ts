import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { commentConsignment } from '@/db/commands/clearance/comment-consignment';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { acknowledgeBrowsing } from '@/db/commands/privacy/acknowledge-browsing';
import { writeAudit } from '@/db/audit';
import { answerAccess } from '@/db/commands/privacy/answer-access';
import { judgeBrowsing } from '@/db/commands/privacy/judge-browsing';
import { inTransaction } from '@/db/transaction';
import { browsingOfDay } from '@/db/queries/privacy/browsing-of-day';
import { listBrowsing } from '@/db/queries/privacy/list-browsing';
import { listLooks } from '@/db/queries/privacy/list-looks';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { parseCursor } from '@/lib/audit/filter';
import { parseLookFilter } from '@/lib/privacy/look-filter';
import { consignmentsLike, type Placed } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone, withAccount } from '../../support/a-desk';
import { refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
let auditor: Actor;
let goods: readonly Placed[] = [];
const TODAY = dayOf(NOW);
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const look = (actor: Actor, { consignmentId }: Placed, at: Date, note: string | null = null) =>
  revealPartyData(actor, { consignmentId, reason: 'identity_check', note }, at);

beforeAll(async () => {
  desk = await aDesk();
  auditor = someone('auditor', desk.officeId, 'R. Reader');
  goods = await consignmentsLike(desk, 60);
  // Quiet weeks of two officers who work on what they look at.
  for (let back = 20; back >= 1; back -= 1) {
    const at = noon(addDays(TODAY, -back));
    for (const [actor, from] of [
      [desk.officer, 0],
      [desk.colleague, 4],
    ] as const)
      for (const one of goods.slice(from, from + 2 + (back % 3))) await look(actor, one, at);
  }
  for (const [actor, from] of [
    [desk.officer, 0],
    [desk.colleague, 4],
  ] as const)
    for (const { consignmentId } of goods.slice(from, from + 4))
      await commentConsignment(actor, { consignmentId, words: 'Seen' }, noon(addDays(TODAY, -21)));
});

describe('The looks of a day', () => {
  it('that are like those before are judged once and tell of nobody', async () => {
    const yesterday = addDays(TODAY, -1);
    expect(await judgeBrowsing(SYSTEM_ACTOR, yesterday)).toBe(0);
    expect(await judgeBrowsing(SYSTEM_ACTOR, yesterday)).toBeNull();
    expect(await auditAbout(yesterday)).toMatchObject([{ action: 'privacy.judge', details: { results: 0 } }]);
  });

  it('that are far more, or without work, are told and answered for by another person with a note', async () => {
    for (const one of goods.slice(10, 50)) await look(desk.officer, one, noon(TODAY));
    // Words are no work: who only comments did nothing on what was looked at.
    for (const { consignmentId } of goods.slice(10, 50))
      await commentConsignment(desk.officer, { consignmentId, words: 'Seen' }, noon(TODAY));
    await look(desk.colleague, goods[4] as Placed, noon(TODAY));
    expect(await judgeBrowsing(SYSTEM_ACTOR, TODAY)).toBe(2);
    const { rows } = await listBrowsing(auditor, true);
    expect(rows.map(({ kind, userName, observed }) => ({ kind, userName, observed }))).toEqual(
      expect.arrayContaining([
        { kind: 'many', userName: desk.officer.name, observed: 40 },
        { kind: 'without_work', userName: desk.officer.name, observed: 40 },
      ]),
    );
    const [first] = rows;
    const id = first?.id ?? '';
    await acknowledgeBrowsing(auditor, { id, note: 'A complaint of many parcels' }, NOW);
    expect((await listBrowsing(auditor, false)).rows).toMatchObject([{ id, note: 'A complaint of many parcels' }]);
    expect(await auditAbout(id)).toMatchObject([
      {
        action: 'privacy.acknowledge',
        reason: 'A complaint of many parcels',
        details: { day: TODAY, actorId: desk.officer.id },
      },
    ]);
    expect(await refusalOf(acknowledgeBrowsing(auditor, { id, note: 'Once more' }, NOW))).toEqual([
      'changed_meanwhile',
    ]);
  });

  it('are answered for by no other role, never by oneself, and once', async () => {
    const [open] = (await listBrowsing(auditor, true)).rows;
    const id = open?.id ?? '';
    for (const role of ROLES.filter((name) => name !== 'admin' && name !== 'auditor'))
      await expect(acknowledgeBrowsing(someone(role, desk.officeId), { id, note: 'Known' })).rejects.toBeInstanceOf(
        ForbiddenError,
      );
    const self = { ...auditor, id: desk.officer.id };
    expect(await refusalOf(acknowledgeBrowsing(self, { id, note: 'I know' }))).toEqual(['browsing.own']);
    await expect(acknowledgeBrowsing(auditor, { id: randomUUID(), note: 'Known' })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    const both = [
      acknowledgeBrowsing(auditor, { id, note: 'Known' }),
      acknowledgeBrowsing(someone('admin', 'BELGG'), { id, note: 'Known' }),
    ];
    const tries = await Promise.allSettled(both);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('at consignments of an office one does not work for are told', async () => {
    const day = addDays(TODAY, 1);
    const visitor = await withAccount(someone('officer', 'BELGG', 'S. Visitor'));
    const moved = { ...visitor, officeIds: [desk.officeId, 'BELGG'] };
    await look(moved, goods[1] as Placed, noon(day));
    expect(await judgeBrowsing(SYSTEM_ACTOR, day)).toBe(1);
    expect((await listBrowsing(auditor, true)).rows).toMatchObject([{ kind: 'other_offices', userName: 'S. Visitor' }]);
  });

  it('are those at files as they were sent and at what is held of a person too, of everybody but their sender', async () => {
    const day = addDays(TODAY, 3);
    const seen = (actor: Actor, action: 'intake.view_sent' | 'intake.download_sent') =>
      inTransaction((tx) =>
        writeAudit(tx, actor, { action, subjectType: 'submission', subjectId: randomUUID() }, noon(day)),
      );
    for (let file = 0; file < 6; file += 1) {
      await seen(auditor, 'intake.view_sent');
      await seen(auditor, 'intake.download_sent');
      await seen(desk.partner, 'intake.download_sent');
    }
    const sought = {
      ...{ name: null, postcode: null, country: null, phone: null, reference: null },
      email: 'no@one.org',
    };
    const admin = someone('admin', desk.officeId);
    await answerAccess(admin, { fileNumber: 'DPO-1', cameOn: TODAY, ...sought }, noon(day));
    const told = await browsingOfDay(SYSTEM_ACTOR, day);
    expect(told.map(({ userId, looks, withoutWork }) => ({ userId, looks, withoutWork }))).toEqual(
      expect.arrayContaining([
        { userId: auditor.id, looks: 12, withoutWork: 0 },
        { userId: admin.id, looks: 1, withoutWork: 0 },
      ]),
    );
    expect(told).toHaveLength(2);
    const filter = parseLookFilter({ from: day, to: day });
    expect(new Set((await listLooks(auditor, filter, null)).rows.map(({ what }) => what))).toEqual(
      new Set(['view_sent', 'download_sent', 'answer_access']),
    );
  });

  it('are listed with who, whose, when and why, narrowed and page by page', async () => {
    const all = await listLooks(auditor, parseLookFilter({}), null);
    expect(all.rows).toHaveLength(50);
    const next = await listLooks(auditor, parseLookFilter({}), parseCursor(all.next));
    expect(next.rows[0]?.id).not.toBe(all.rows.at(-1)?.id);
    await look(desk.officer, goods[2] as Placed, noon(addDays(TODAY, 2)), 'asked by phone');
    const { reference } = await standing(goods[2]?.consignmentId ?? '');
    const filter = parseLookFilter({
      who: 'kaya',
      from: addDays(TODAY, 2),
      to: addDays(TODAY, 2),
      why: 'identity_check',
    });
    expect((await listLooks(auditor, filter, null)).rows).toMatchObject([
      {
        actorName: desk.officer.name,
        reference,
        why: 'identity_check',
        note: 'asked by phone',
        what: 'reveal',
      },
    ]);
    expect((await listLooks(auditor, parseLookFilter({ reference: 'NOBODY' }), null)).rows).toEqual([]);
    expect((await listLooks(auditor, parseLookFilter({ why: 'audit' }), null)).rows).toEqual([]);
    await expect(listLooks(desk.supervisor, filter, null)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

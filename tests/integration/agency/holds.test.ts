import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerHold } from '@/db/commands/agency/answer-hold';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { takeNext } from '@/db/commands/clearance/take-next';
import { db } from '@/db/connection';
import { getHold } from '@/db/queries/agency/get-hold';
import { listHolds } from '@/db/queries/agency/list-holds';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { holds } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { describeCommand, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const inspector = agent('market_surveillance', 'I. Kos');
const colleague = agent('market_surveillance', 'J. Ruiz');
const other = agent('wildlife', 'K. Berg');

function agent(agencyId: string, name: string): Actor {
  return { ...someone('agency', 'NLRTM', name), officeId: null, officeIds: [], agencyId };
}

beforeAll(async () => {
  desk = await aDesk();
});

const asked = {
  ground: 'safety_check',
  note: 'Does this charger bear a true CE mark?',
  dueAt: minutesLater(600),
  agencyId: 'market_surveillance',
} as const;

async function held(wish: Partial<Parameters<typeof holdConsignment>[1]> = {}) {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  const { holdId } = await holdConsignment(desk.officer, { consignmentId, rowVersion, ...asked, ...wish }, NOW);
  return { consignmentId, holdId };
}

const answer = { seenAnswers: 0, verdict: 'refuse', words: 'The mark is false.' } as const;

describeCommand('Answering a hold', {
  desk: () => desk,
  audit: 'agency.answer',
  event: 'hold_answered',
  by: () => inspector,
  against: () => colleague,
  prepare: async () => {
    const hold = await held();
    return {
      consignmentId: hold.consignmentId,
      act: (actor) => answerHold(actor, { ...hold, ...answer }, minutesLater(5)),
    };
  },
  check: (row) => expect(row.openHolds).toBe(1),
});

describe('A hold placed for an agency', () => {
  it('is on the agency’s list with the question and the due time, and on no other agency’s', async () => {
    const { holdId } = await held();
    const { rows } = await listHolds(inspector, 'open', null, NOW);
    expect(rows.find((row) => row.holdId === holdId)).toMatchObject({
      question: asked.note,
      dueAt: asked.dueAt.toISOString(),
      verdict: null,
      isOverdue: false,
    });
    expect((await listHolds(other, 'open', null, NOW)).rows).toEqual([]);
  });

  it('is listed page by page, each hold once', async () => {
    const { holdId } = await held();
    const [hold] = await db().select().from(holds).where(eq(holds.holdId, holdId));
    if (!hold) throw new Error('no hold');
    await db()
      .insert(holds)
      .values(Array.from({ length: 52 }, () => ({ ...hold, holdId: randomUUID() })));
    const first = await listHolds(inspector, 'open', null, NOW);
    const second = await listHolds(inspector, 'open', first.next, NOW);
    // The place of a hold of another agency tells nothing: the list begins at the top.
    const foreign = await listHolds(other, 'open', first.next, NOW);
    await db()
      .delete(holds)
      .where(and(eq(holds.consignmentId, hold.consignmentId), ne(holds.holdId, holdId)));
    const ids = [...first.rows, ...second.rows].map(({ holdId }) => holdId);
    expect(first.rows).toHaveLength(50);
    expect(second.next).toBeNull();
    expect(foreign.rows).toEqual((await listHolds(other, 'open', null, NOW)).rows);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows goods and declared facts of its scope, and neither persons nor how customs judges', async () => {
    const { consignmentId, holdId } = await held({ itemNumbers: [1] });
    const hold = await getHold(inspector, consignmentId, holdId);
    expect(hold.items.map(({ itemNumber }) => itemNumber)).toEqual([1]);
    const row = await standing(consignmentId);
    const { parties } = await getConsignment(desk.officer, consignmentId, NOW);
    const told = JSON.stringify(hold);
    for (const hidden of ['score', 'lane', 'indicator', 'claimed']) expect(told).not.toContain(hidden);
    expect(told).not.toContain(row.partnerId);
    expect(Object.keys(hold)).not.toContain('parties');
    expect(parties.recipient).toBeDefined();
  });

  it('is refused without a question, a time, a known agency or a known item, and places nothing', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const wish = { consignmentId, rowVersion, ...asked };
    const place = (given: object) => refusalOf(holdConsignment(desk.officer, { ...wish, ...given }, NOW));
    expect(await place({ note: '' })).toEqual(['hold.question_required']);
    expect(await place({ dueAt: null })).toEqual(['hold.due_required']);
    expect(await place({ dueAt: NOW })).toEqual(['hold.due_past']);
    expect(await place({ dueAt: minutesLater(31 * 24 * 60) })).toEqual(['hold.due_too_late']);
    expect(await place({ agencyId: 'nobody' })).toEqual(['hold.agency_unknown']);
    expect(await place({ itemNumbers: [77] })).toEqual(['hold.item_unknown']);
    expect((await standing(consignmentId)).openHolds).toBe(0);
  });

  it('may stand beside one of customs on the same ground, and not beside another of the same agency', async () => {
    const { consignmentId } = await held();
    const again = async (given: object) => {
      const { rowVersion } = await standing(consignmentId);
      return holdConsignment(desk.officer, { consignmentId, rowVersion, ...asked, ...given }, minutesLater(1));
    };
    expect(await refusalOf(again({}))).toEqual(['hold.duplicate']);
    await again({ agencyId: 'wildlife' });
    await again({ agencyId: null });
    expect((await standing(consignmentId)).openHolds).toBe(3);
  });
});

describe('The answer of an agency', () => {
  it('lifts the hold when it approves, and leaves the release to customs', async () => {
    const hold = await held();
    const wish = { ...hold, ...answer, verdict: 'approve', conditions: 'Labels before sale' } as const;
    expect(await answerHold(inspector, wish, minutesLater(5))).toEqual({ verdict: 'approve' });
    const row = await standing(hold.consignmentId);
    expect(row).toMatchObject({ status: 'selected', openHolds: 0, answeredFor: desk.officer.id });
    expect(
      (await timelineOf(hold.consignmentId))
        .slice(-2)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['hold_answered', 'hold_lifted']);
    const release = {
      consignmentId: hold.consignmentId,
      rowVersion: row.rowVersion,
      ground: 'licence_produced',
    } as const;
    await releaseConsignment(desk.officer, release, minutesLater(6));
    expect(await refusalOf(answerHold(inspector, { ...wish, seenAnswers: 1 }, minutesLater(7)))).toEqual([
      'hold.closed',
    ]);
  });

  it('keeps the hold when it refuses, puts the row on top for who asked, and bars the release', async () => {
    const hold = await held();
    const { rowVersion: claimed } = await standing(hold.consignmentId);
    await giveBackClaim(desk.officer, { consignmentId: hold.consignmentId, rowVersion: claimed, note: null }, NOW);
    await answerHold(inspector, { ...hold, ...answer }, minutesLater(5));
    const next = await takeNext(desk.officer, { lane: [] }, minutesLater(6));
    expect(next?.consignmentId).toBe(hold.consignmentId);
    const { rowVersion } = await standing(hold.consignmentId);
    const release = { consignmentId: hold.consignmentId, rowVersion, ground: 'risk_not_confirmed' } as const;
    expect(await refusalOf(releaseConsignment(desk.officer, release, minutesLater(7)))).toContain('release.hold_open');
  });

  it('may follow an examination that it asked for', async () => {
    const hold = await held();
    await answerHold(inspector, { ...hold, ...answer, verdict: 'examine' }, minutesLater(5));
    await answerHold(colleague, { ...hold, ...answer, seenAnswers: 1, verdict: 'approve' }, minutesLater(50));
    const { answers, isOpen } = await getHold(inspector, hold.consignmentId, hold.holdId);
    expect(answers.map(({ verdict, byName }) => [verdict, byName])).toEqual([
      ['examine', 'I. Kos'],
      ['approve', 'J. Ruiz'],
    ]);
    expect(isOpen).toBe(false);
    expect((await listHolds(inspector, 'closed', null, NOW)).rows.map(({ holdId }) => holdId)).toContain(hold.holdId);
  });

  it('is refused where it was given on an older view, with conditions that do not fit, and by another agency', async () => {
    const hold = await held();
    await answerHold(inspector, { ...hold, ...answer }, minutesLater(5));
    expect(await refusalOf(answerHold(colleague, { ...hold, ...answer }, minutesLater(6)))).toEqual(['hold.answered']);
    const fits = { ...hold, ...answer, seenAnswers: 1, conditions: 'Only today' };
    expect(await refusalOf(answerHold(inspector, fits, minutesLater(6)))).toEqual(['hold.conditions_unfit']);
    await expect(answerHold(other, { ...hold, ...answer }, minutesLater(6))).rejects.toThrow(NotFoundError);
  });

  it('can be gone against by customs with the reason in words only', async () => {
    const { consignmentId, holdId } = await held();
    const lift = async (note: string | null) => {
      const { rowVersion } = await standing(consignmentId);
      return liftHold(desk.officer, { consignmentId, rowVersion, holdId, note }, minutesLater(9));
    };
    expect(await refusalOf(lift(null))).toEqual(['hold.lift_note_required']);
    await lift('The agency is not competent for these goods.');
    expect((await standing(consignmentId)).openHolds).toBe(0);
  });
});

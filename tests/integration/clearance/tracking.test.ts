import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { countOpenQuestions } from '@/db/queries/consignment/count-open-questions';
import { listTracked } from '@/db/queries/consignment/list-tracked';
import { clearances, consignments, submissions } from '@/db/schema';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, consignmentsLike, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const SUBMISSION = '00000000-0000-4000-8000-000000000001';
beforeAll(async () => {
  desk = await aDesk();
  await db().insert(submissions).values(aSubmission(desk));
});

const aSubmission = (by: Desk) =>
  ({
    id: SUBMISSION,
    partnerId: by.partnerId,
    format: 'csv',
    contentType: 'text/csv',
    status: 'finished',
    receivedAt: NOW,
    receivedBy: by.partner.id,
  }) as const;

describe("The partner's own list", () => {
  it('shows every consignment once over its pages, last sent first', async () => {
    const placed = await consignmentsLike(desk, 60);
    const first = await listTracked(desk.partner, null, NOW);
    const second = await listTracked(desk.partner, first.next, NOW);
    const shown = [...first.rows, ...second.rows].map(({ consignmentId }) => consignmentId);
    expect(first.rows).toHaveLength(50);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toEqual(expect.arrayContaining(placed.map(({ consignmentId }) => consignmentId)));
    expect(second.next).toBeNull();
  });
  it('goes on from a page that ends within one submission through all that were sent at the same instant', async () => {
    const other = await aDesk();
    const ids = ['4', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
    for (const id of ids) {
      const sentAt = id.endsWith('2') ? minutesLater(-60) : minutesLater(-30);
      await db()
        .insert(submissions)
        .values({ ...aSubmission(other), id, receivedAt: sentAt });
      const placed = await consignmentsLike(other, 40);
      const thisSubmission = placed.map(({ consignmentId }) => consignmentId);
      await db()
        .update(consignments)
        .set({ submissionId: id })
        .where(inArray(consignments.consignmentId, thisSubmission));
    }
    const pages = [await listTracked(other.partner, null, NOW)];
    while (pages.at(-1)?.next) pages.push(await listTracked(other.partner, pages.at(-1)?.next ?? null, NOW));
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    const shown = pages.flatMap(({ rows }) => rows);
    expect(new Set(shown.map(({ consignmentId }) => consignmentId)).size).toBe(120);
    const instants = shown.map(({ sentAt }) => sentAt);
    expect(instants).toEqual([...instants].sort().reverse());
  });
  it('takes a cursor it cannot read as none', async () => {
    expect((await listTracked(desk.partner, "x'_y", NOW)).rows).toHaveLength(50);
  });
  it('never carries a score, a lane or an indicator', async () => {
    const text = JSON.stringify(await listTracked(desk.partner, null, NOW));
    expect(text).not.toMatch(/score|lane|indicator|selection/i);
  });
  it('tells until when a decision can be taken back, and reading it closes none', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const { reference } = await standing(consignmentId);
    await releaseConsignment(desk.officer, { consignmentId, rowVersion, ground: 'documents_in_order' }, NOW);
    const statusAt = async (at: Date) => {
      const pages = [await listTracked(desk.partner, null, at)];
      if (pages[0]?.next) pages.push(await listTracked(desk.partner, pages[0].next, at));
      const row = pages.flatMap(({ rows }) => rows).find((one) => one.reference === reference);
      return [row?.status, row?.mayChangeUntil === null];
    };
    expect(await statusAt(minutesLater(1))).toEqual(['released', false]);
    expect((await standing(consignmentId)).transmittedAt).toBeNull();
    expect((await trackConsignment(desk.partner, reference, minutesLater(2))).status).toBe('released');
    expect(await statusAt(minutesLater(3))).toEqual(['released', true]);
  });
  it('begins with the questions that wait for an answer', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const wish = { consignmentId, rowVersion, type: 'rfi', question: 'What is it?', dueAt: minutesLater(60) } as const;
    await referConsignment(desk.officer, wish, NOW);
    const { questions } = await listTracked(desk.partner, null, minutesLater(1));
    expect(await countOpenQuestions(desk.partner)).toBe(1);
    expect(questions).toMatchObject([{ type: 'rfi', reference: (await standing(consignmentId)).reference }]);
  });
  it('shows nothing of another partner, and nothing to officers', async () => {
    const other = { ...desk.partner, partnerId: randomUUID() };
    expect(await listTracked(other, null, NOW)).toEqual({ rows: [], next: null, questions: [] });
    expect(await countOpenQuestions(other)).toBe(0);
    await expect(countOpenQuestions(desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(listTracked({ ...desk.partner, partnerId: null }, null)).rejects.toThrow(NotFoundError);
    await expect(listTracked(desk.officer, null)).rejects.toThrow(ForbiddenError);
  });
});

describe('One consignment as its partner sees it', () => {
  it('prints the working of its charges', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { reference, chargesMinor } = await standing(consignmentId);
    const { charges } = await trackConsignment(desk.partner, reference, NOW);
    const sum = charges.lines.reduce((total, line) => total + Number(line.amount.amount) * 100, 0);
    expect(Math.round(sum)).toBe(Number(chargesMinor));
    expect(charges.lines.every((line) => line.citation.length > 0)).toBe(true);
  });

  it('shows the goods as they were lodged', async () => {
    const { consignmentId } = await aConsignment(desk, withItems({ description: 'Leather wallet', value: '12.00' }));
    const { reference } = await standing(consignmentId);
    const { items } = await trackConsignment(desk.partner, reference, NOW);
    expect(items).toMatchObject([{ itemNumber: 1, description: 'Leather wallet', value: { amount: '12.00' } }]);
  });

  it('tells no suspicion as the ground of a hold', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'denied_party_check' }, NOW);
    const told = await trackConsignment(desk.partner, (await standing(consignmentId)).reference, NOW);
    expect(told.holds).toMatchObject([{ ground: 'other' }]);
    expect(JSON.stringify(told)).not.toContain('denied');
  });

  it('tells that nothing is due any more on what was seized', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { reference } = await standing(consignmentId);
    expect((await trackConsignment(desk.partner, reference, NOW)).charges.notDueBecause).toBeNull();
    await db().update(clearances).set({ status: 'seized' }).where(eq(clearances.consignmentId, consignmentId));
    const { status, charges } = await trackConsignment(desk.partner, reference, NOW);
    expect([status, charges.notDueBecause, charges.total, charges.lines]).toEqual(['seized', 'seized', '0.00', []]);
  });

  it('notes the first time a decision is read, with who read it, and only that', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const { reference } = await standing(consignmentId);
    await trackConsignment(desk.partner, reference, NOW);
    expect(await auditOf(consignmentId)).toEqual([]);
    await releaseConsignment(desk.officer, { consignmentId, rowVersion, ground: 'documents_in_order' }, NOW);
    await trackConsignment(desk.partner, reference, minutesLater(1));
    await trackConsignment(desk.partner, reference, minutesLater(2));
    const told = (await auditOf(consignmentId)).filter(({ action }) => action === 'consignment.track');
    expect(told).toMatchObject([
      { actorId: desk.partner.id, details: { status: 'released' }, officeId: desk.officeId },
    ]);
    const events = (await timelineOf(consignmentId)).filter(({ kind }) => kind === 'transmitted');
    expect(events).toMatchObject([{ actorName: desk.partner.name }]);
    expect((await standing(consignmentId)).transmittedAt).toEqual(minutesLater(1));
  });
  it('never tells a release that its officer takes back at the same moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { consignmentId, rowVersion } = await aConsignment(desk);
      const { reference } = await standing(consignmentId);
      const released = await releaseConsignment(
        desk.officer,
        { consignmentId, rowVersion, ground: 'documents_in_order' },
        NOW,
      );
      const [told, undone] = await Promise.allSettled([
        trackConsignment(desk.partner, reference, minutesLater(1)),
        undoDecision(desk.officer, { consignmentId, rowVersion: released.rowVersion }, minutesLater(1)),
      ]);
      const isUndone = undone.status === 'fulfilled';
      expect(told).toMatchObject({ value: { status: isUndone ? 'under_control' : 'released' } });
      expect((await standing(consignmentId)).transmittedAt === null).toBe(isUndone);
    }
  });
  it('never tells nil for a duty that nobody could compute', async () => {
    const { consignmentId } = await aConsignment(desk, withItems({ value: '400.00', commodityCode: null }));
    const { reference } = await standing(consignmentId);
    const { charges } = await trackConsignment(desk.partner, reference, NOW);
    expect(charges).toMatchObject({ duty: null, vat: null, total: null, customsValue: expect.any(String) });
    expect(charges.open).toEqual([
      { itemNumber: 1, charge: 'duty', reason: 'no_code' },
      { itemNumber: 1, charge: 'vat', reason: 'duty_open' },
    ]);
  });
});

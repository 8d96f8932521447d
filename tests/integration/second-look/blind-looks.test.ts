import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { db } from '@/db/connection';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { asItStood } from '@/db/queries/second-look/as-it-stood';
import { getSecondLook } from '@/db/queries/second-look/get-second-look';
import { secondLookResults } from '@/db/queries/second-look/second-look-results';
import { secondLooks } from '@/db/schema';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { aDrawnRelease, noLooks, now } from '../../support/a-second-look';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const RELEASE = { answer: 'release', reason: 'documents_in_order' } as const;

describe('Blind', () => {
  it('is what no query tells until it is answered: page, queue and search are silent for who looks, and for nobody else', async () => {
    await noLooks();
    const { consignmentId, reference } = await aDrawnRelease(desk);
    const decided = { ...EMPTY_QUEUE_FILTER, tab: 'decided' } as const;
    const tellsOf = async (actor: typeof desk.colleague) => {
      const queue = await listQueue(actor, decided, null, now());
      return [
        queue.rows.some((row) => row.consignmentId === consignmentId),
        (await findConsignments(actor, reference)).length === 1,
        await getConsignment(actor, consignmentId).then(
          () => true,
          (error: unknown) => !(error instanceof NotFoundError),
        ),
      ];
    };
    expect(await tellsOf(desk.colleague)).toEqual([true, true, true]);
    const taken = await takeSecondLook(desk.colleague, {}, now());
    expect(await tellsOf(desk.colleague)).toEqual([false, false, false]);
    expect(await tellsOf(desk.supervisor)).toEqual([true, true, true]);
    await answerSecondLook(desk.colleague, { ...RELEASE, consignmentId, lookId: taken?.lookId ?? '' }, now());
    expect(await tellsOf(desk.colleague)).toEqual([true, true, true]);
  });

  it('shows the goods as they stood before, and what was decided only with the answer', async () => {
    await noLooks();
    const { consignmentId, lookId } = await aDrawnRelease(desk);
    await expect(getSecondLook(desk.colleague, consignmentId, now())).rejects.toThrow(NotFoundError);
    await takeSecondLook(desk.colleague, {}, now());
    const blind = await getSecondLook(desk.colleague, consignmentId, now());
    if (blind.state !== 'blind') throw new Error('not blind');
    expect(JSON.stringify(blind.detail)).not.toContain('documents_in_order');
    expect(JSON.stringify(blind.detail)).not.toContain(desk.officer.name);
    expect(blind.detail).toMatchObject({
      row: { status: 'selected', releasedAt: null, decidedAt: null, examinationOutcome: 'none' },
      decisions: [],
      events: [],
    });
    expect(blind.detail.items).toHaveLength(1);
    // What waits to be paid was released.
    const [look] = await db().select().from(secondLooks).where(eq(secondLooks.lookId, lookId));
    if (!look) throw new Error('nothing drawn');
    const unpaid = { waitsFor: 'payment', amount: '6.15', currency: 'EUR', reference: 'RF1', account: 'A-1' } as const;
    expect(asItStood({ ...blind.detail, unpaid: { ...unpaid, isPartPaid: false } }, look).unpaid).toBeNull();
    // It is the look of one officer.
    await expect(getSecondLook(desk.supervisor, consignmentId, now())).rejects.toThrow(NotFoundError);
    await answerSecondLook(desk.colleague, { consignmentId, lookId, answer: 'examine', reason: 'physical' }, now());
    expect(await getSecondLook(desk.colleague, consignmentId, now())).toMatchObject({
      state: 'answered',
      own: { answer: 'examine', reason: 'physical' },
      first: { answer: 'release', reason: 'documents_in_order' },
    });
  });
});

describe('The results', () => {
  it('tell how far officers agree, by kind, and name nobody; each office its own', async () => {
    await noLooks();
    const { consignmentId, reference } = await aDrawnRelease(desk);
    const { receivedOn } = await standing(consignmentId);
    const [decision] = await db().select().from(secondLooks);
    if (!decision) throw new Error('nothing drawn');
    await noLooks();
    const looked = (answer: 'release' | 'examine' | 'no_view', firstChoice: 'release' | 'examine', count: number) =>
      Array.from({ length: count }, () => ({
        ...{ consignmentId, lookId: firstChoice === 'examine' ? randomUUID() : decision.lookId, receivedOn },
        ...({ officeId: desk.officeId, kind: 'by_data', firstChoice, firstReason: 'physical', version: 1 } as const),
        ...{
          firstBy: desk.officer.id,
          probability: '0.05',
          drawnAt: now(),
          takenBy: desk.colleague.id,
          takenAt: now(),
        },
        ...{ takenUntil: now(), answeredAt: now(), answer, reason: 'physical', note: 'Seen' },
      }));
    await db()
      .insert(secondLooks)
      .values([
        ...looked('examine', 'examine', 6),
        ...looked('release', 'examine', 3),
        ...looked('no_view', 'examine', 1),
        ...looked('release', 'release', 1),
      ]);
    const { results, differing } = await secondLookResults(desk.supervisor, now());
    expect(results.map(({ kind, of, noView }) => [kind, of, noView])).toEqual([
      ['by_data', 10, 1],
      ['after_examination', 0, 0],
      ['all', 10, 1],
    ]);
    expect(results[0]?.agreed).toMatchObject({ hits: 7, of: 10 });
    // 0.70 equal, 0.58 by chance: 0.12 of 0.42.
    expect(results[0]?.kappa?.value).toBeCloseTo(0.286, 3);
    expect(differing).toHaveLength(3);
    expect(differing[0]).toMatchObject({ reference, first: 'examine', second: 'release' });
    const told = JSON.stringify({ results, differing });
    for (const { id, name } of [desk.officer, desk.colleague]) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(name);
    }
    await expect(secondLookResults(desk.officer, now())).rejects.toThrow(ForbiddenError);
    const elsewhere = someone('supervisor', 'BELGG');
    expect((await secondLookResults(elsewhere, now())).results[2]).toMatchObject({ of: 0, agreed: null, kappa: null });
  });
});

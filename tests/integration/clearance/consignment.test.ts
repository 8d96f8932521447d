import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { markViewed } from '@/db/commands/consignment/mark-viewed';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { clearances, consignments, parties, versions } from '@/db/schema';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed, soldBy, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { auditOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
const seen = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });

/** A second version of the data: another value, and the recipient moved. */
async function aSecondVersion({ consignmentId, receivedOn }: Placed) {
  const [first] = await db().select().from(versions).where(eq(versions.consignmentId, consignmentId));
  if (!first) throw new Error('no version');
  const [item] = first.sent.items;
  const sent = { ...first.sent, items: [{ ...item, value: '21.00' }] };
  await db()
    .insert(versions)
    .values({ ...first, version: 2, receivedAt: minutesLater(30), sent });
  const people = await db().select().from(parties).where(eq(parties.consignmentId, consignmentId));
  const moved = people.map((party) => ({
    ...party,
    version: 2,
    address: party.kind === 'recipient' ? 'Elmstraat 3' : party.address,
  }));
  await db().insert(parties).values(moved);
  await db().update(consignments).set({ version: 2 }).where(eq(consignments.consignmentId, consignmentId));
  await db()
    .update(clearances)
    .set({ isUpdated: true, rowVersion: 2 })
    .where(eq(clearances.consignmentId, consignmentId));
  return { consignmentId, receivedOn, rowVersion: 2 };
}

describe('The consignment on one screen', () => {
  it('shows goods, assessment, proceedings and timeline, as JSON can carry them', async () => {
    const placed = await aConsignment(desk, inLane('red'), withItems({ value: '12.00' }, { value: '30.00' }));
    const held = await holdConsignment(desk.officer, { ...seen(placed), ground: 'value_doubt' }, NOW);
    const ordered = await orderExamination(
      desk.officer,
      { ...seen(placed), rowVersion: held.rowVersion, kind: 'physical' },
      minutesLater(1),
    );
    const corrections = [{ itemNumber: 2, field: 'value', corrected: '80.00' } as const];
    await recordExaminationResult(
      desk.officer,
      {
        ...seen(placed),
        rowVersion: ordered.rowVersion,
        examinationId: ordered.examinationId,
        resultCode: 'undervalued',
        finding: 'Price tag of 80',
        corrections,
      },
      minutesLater(2),
    );
    const detail = await getConsignment(desk.officer, placed.consignmentId, minutesLater(3));
    expect(JSON.parse(JSON.stringify(detail))).toEqual(detail);
    expect(detail.items.map((item) => item.declaredValue.amount)).toEqual(['12.00', '30.00']);
    expect(detail.holds).toMatchObject([{ ground: 'value_doubt', placedByName: 'A. Kaya', liftedAt: null }]);
    expect(detail.examinations).toMatchObject([
      { resultCode: 'undervalued', extraCharges: { amount: '10.50', currency: 'EUR' } },
    ]);
    expect(detail.events.map((event) => event.kind)).toEqual(['result_recorded', 'examination_ordered', 'hold_placed']);
    expect(detail.history.sender).toMatchObject({ examined: 1, findings: 1 });
    expect(detail.assessments).toHaveLength(1);
    expect(detail.row).toMatchObject({ holder: 'self', openHolds: 1 });
  });

  it('masks every person: nowhere in it is a name, an address, a postcode or a telephone number', async () => {
    const placed = await aSecondVersion(await aConsignment(desk));
    const detail = await getConsignment(desk.officer, placed.consignmentId, NOW);
    expect(detail.parties).toEqual({
      sender: { initial: 'L***', city: 'Hangzhou', country: 'CN' },
      recipient: { initial: 'M***', city: 'Utrecht', country: 'NL' },
    });
    const text = JSON.stringify(detail);
    for (const secret of ['Linden Thread', 'Mara', 'Veldkamp', 'Lindenstraat', 'Elmstraat', '3511', '+3120', 'Canal']) {
      expect(text).not.toContain(secret);
    }
  });

  it('marks what changed from version to version, a person by the name of the field alone', async () => {
    const placed = await aSecondVersion(await aConsignment(desk));
    const { versions: told } = await getConsignment(desk.officer, placed.consignmentId, NOW);
    expect(told.map((version) => version.version)).toEqual([2, 1]);
    expect(told[0]?.changes).toEqual([
      { pointer: 'recipient_address', before: null, after: null, isPersonal: true },
      { pointer: 'items.0.value', before: '12.00', after: '21.00', isPersonal: false },
    ]);
  });

  it('says until when the decision may be taken back, to the one who made it', async () => {
    const placed = await aConsignment(desk);
    await releaseConsignment(desk.officer, { ...seen(placed), ground: 'documents_in_order' }, NOW);
    const at = minutesLater(3);
    expect((await getConsignment(desk.officer, placed.consignmentId, at)).undoUntil).toBe(
      minutesLater(10).toISOString(),
    );
    expect((await getConsignment(desk.colleague, placed.consignmentId, at)).undoUntil).toBeNull();
  });

  it('does not exist for another office, a partner or an address that is none', async () => {
    const { consignmentId } = await aConsignment(desk);
    await expect(getConsignment(desk.stranger, consignmentId)).rejects.toThrow(NotFoundError);
    await expect(getConsignment(desk.officer, "1' or 1=1")).rejects.toThrow(NotFoundError);
    await expect(getConsignment(desk.partner, consignmentId)).rejects.toThrow(ForbiddenError);
  });
});

describe('Revealing personal data', () => {
  const reveal = (desk_: Desk['officer'], consignmentId: string) =>
    revealPartyData(desk_, { consignmentId, reason: 'identity_check', note: 'Name on the list' }, NOW);

  it('gives sender and recipient, and tells who looked and why', async () => {
    const { consignmentId } = await aConsignment(desk);
    expect(await reveal(desk.officer, consignmentId)).toMatchObject({
      sender: { name: 'Linden Thread Works' },
      recipient: { name: 'Mara Veldkamp', address: 'Lindenstraat 12' },
    });
    expect(await auditOf(consignmentId)).toMatchObject([
      { action: 'consignment.reveal', actorName: 'A. Kaya', reason: 'identity_check: Name on the list' },
    ]);
    expect(await timelineOf(consignmentId)).toMatchObject([{ kind: 'revealed', values: { reason: 'identity_check' } }]);
    expect(JSON.stringify(await auditOf(consignmentId))).not.toContain('Veldkamp');
  });

  it('gives the seller named in a gift, which the page masks; the trader of a sale is named on the page', async () => {
    const gift = await aConsignment(desk, soldBy('Mara Veldkamp', 'gift'));
    expect((await getConsignment(desk.officer, gift.consignmentId)).declared.sellerName).toBe('M***');
    expect(await reveal(desk.officer, gift.consignmentId)).toMatchObject({ sellerName: 'Mara Veldkamp' });
    const [audit] = await auditOf(gift.consignmentId);
    expect(audit?.details).toMatchObject({ fields: ['sender', 'recipient', 'seller_name'] });
    const sale = await aConsignment(desk, soldBy('Jade Harbour Cables', 'sale'));
    expect((await getConsignment(desk.officer, sale.consignmentId)).declared.sellerName).toBe('Jade Harbour Cables');
    expect(await reveal(desk.officer, sale.consignmentId)).toMatchObject({ sellerName: null });
  });

  it('needs a reason of the list, the permission and the office', async () => {
    const { consignmentId } = await aConsignment(desk);
    const curious = { consignmentId, reason: 'curiosity' } as unknown as Parameters<typeof revealPartyData>[1];
    await expect(revealPartyData(desk.officer, curious)).rejects.toThrow(InvalidInputError);
    await expect(reveal(desk.analyst, consignmentId)).rejects.toThrow(ForbiddenError);
    await expect(reveal(desk.stranger, consignmentId)).rejects.toThrow(NotFoundError);
    expect(await auditOf(consignmentId)).toEqual([]);
  });
});

describe('Looking at a consignment', () => {
  it('is told in the audit log and takes the UPDATED mark away', async () => {
    const placed = await aSecondVersion(await aConsignment(desk));
    await markViewed(desk.officer, seen(placed), NOW);
    expect(await standing(placed.consignmentId)).toMatchObject({ isUpdated: false, rowVersion: 2 });
    expect(await auditOf(placed.consignmentId)).toMatchObject([
      { action: 'consignment.view', details: { version: 2 } },
    ]);
  });

  it('leaves the mark when newer data came meanwhile, and when an auditor looks', async () => {
    const placed = await aSecondVersion(await aConsignment(desk));
    await markViewed(desk.officer, { ...seen(placed), rowVersion: 1 }, NOW);
    await markViewed(someone('auditor', desk.officeId), seen(placed), NOW);
    expect(await standing(placed.consignmentId)).toMatchObject({ isUpdated: true });
    expect(await auditOf(placed.consignmentId)).toHaveLength(2);
  });

  it('is one look however often the screen is drawn, and another for a colleague, a new version or a later hour', async () => {
    const placed = await aConsignment(desk);
    const looks = async () => (await auditOf(placed.consignmentId)).length;
    await markViewed(desk.officer, seen(placed), NOW);
    await markViewed(desk.officer, seen(placed), minutesLater(9));
    expect(await looks()).toBe(1);
    await markViewed(desk.colleague, seen(placed), minutesLater(9));
    expect(await looks()).toBe(2);
    await markViewed(desk.officer, seen(placed), minutesLater(11));
    expect(await looks()).toBe(3);
    await markViewed(desk.officer, seen(await aSecondVersion(placed)), minutesLater(12));
    expect(await looks()).toBe(4);
  });

  it('is refused to other roles and offices', async () => {
    const placed = await aConsignment(desk);
    await expect(markViewed(desk.analyst, seen(placed), NOW)).rejects.toThrow(ForbiddenError);
    await expect(markViewed(desk.stranger, seen(placed), NOW)).rejects.toThrow(NotFoundError);
  });
});

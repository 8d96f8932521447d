import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerHold } from '@/db/commands/agency/answer-hold';
import { revealToAgency } from '@/db/commands/agency/reveal-to-agency';
import { viewHold } from '@/db/commands/agency/view-hold';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { db } from '@/db/connection';
import { getHold } from '@/db/queries/agency/get-hold';
import { listHolds } from '@/db/queries/agency/list-holds';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { toldConsignments } from '@/db/queries/consignment/told-consignments';
import { auditLog, clearances } from '@/db/schema';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { can, PERMISSIONS, type Permission } from '@/lib/identity/permissions';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { sharedWithAgency } from '../../support/a-memorandum';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const inspector = agent('market_surveillance', 'I. Kos');
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

describe('Persons behind a held consignment', () => {
  it('are shown for a reason, which customs reads on the timeline and the auditor in the log', async () => {
    const hold = await held();
    const look = () => revealToAgency(inspector, { ...hold, reason: 'licence_check' }, minutesLater(2));
    expect(await refusalOf(look())).toEqual(['memorandum.missing']);
    await sharedWithAgency('market_surveillance');
    const shown = await look();
    expect(shown.recipient.name.length).toBeGreaterThan(1);
    expect((await timelineOf(hold.consignmentId)).at(-1)).toMatchObject({ kind: 'revealed', actorName: 'I. Kos' });
    expect((await auditOf(hold.consignmentId)).at(-1)).toMatchObject({
      action: 'agency.reveal',
      reason: 'licence_check',
    });
  });

  it('are shown to nobody else, by no other door, and no longer once the hold is over', async () => {
    const hold = await held();
    const wish = { ...hold, reason: 'licence_check' } as const;
    await expect(revealToAgency(desk.officer, wish, NOW)).rejects.toThrow(ForbiddenError);
    await expect(revealToAgency(other, wish, NOW)).rejects.toThrow(NotFoundError);
    const asOfficers = { consignmentId: hold.consignmentId, reason: 'complaint' } as const;
    await expect(revealPartyData(inspector, asOfficers, NOW)).rejects.toThrow(ForbiddenError);
    await answerHold(inspector, { ...hold, ...answer, verdict: 'approve' }, minutesLater(5));
    expect(await refusalOf(revealToAgency(inspector, wish, minutesLater(6)))).toEqual(['hold.closed']);
  });
});

describe('An agency', () => {
  it('finds no consignment without a hold of its own, whatever it asks', async () => {
    const { consignmentId } = await aConsignment(desk);
    const own = await held();
    const foreign = { consignmentId, holdId: own.holdId };
    await expect(getHold(inspector, consignmentId, own.holdId)).rejects.toThrow(NotFoundError);
    await expect(viewHold(inspector, foreign, NOW)).rejects.toThrow(NotFoundError);
    await expect(answerHold(inspector, { ...foreign, ...answer }, NOW)).rejects.toThrow(NotFoundError);
    await expect(revealToAgency(inspector, { ...foreign, reason: 'complaint' }, NOW)).rejects.toThrow(NotFoundError);
    const { rowVersion } = await standing(consignmentId);
    const customs = await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'value_doubt' }, NOW);
    await expect(getHold(inspector, consignmentId, customs.holdId)).rejects.toThrow(NotFoundError);
  });

  it('has no way to what officers, partners and analysts use, of its own consignments either', async () => {
    const { consignmentId } = await held();
    await expect(getConsignment(inspector, consignmentId, NOW)).rejects.toThrow(ForbiddenError);
    await expect(findConsignments(inspector, 'R')).rejects.toThrow(ForbiddenError);
    await expect(listQueue(inspector, EMPTY_QUEUE_FILTER, null, NOW)).rejects.toThrow(ForbiddenError);
    const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => can(inspector, one));
    expect(permissions.sort()).toEqual(
      [
        ...['agency.answer', 'agency.read', 'agency.reveal', 'memorandum.read', 'identity.self', 'identity.touch'],
        ...['consignment.open_attachment', 'consignment.reveal_attachment'],
      ].sort(),
    );
  });

  it('without an agency sees nothing', async () => {
    const { consignmentId, holdId } = await held();
    const nobody = { ...inspector, agencyId: null };
    expect((await listHolds(nobody, 'open', null, NOW)).rows).toEqual([]);
    await expect(getHold(nobody, consignmentId, holdId)).rejects.toThrow(NotFoundError);
  });

  it('leaves one row of the log for a look in ten minutes', async () => {
    const hold = await held();
    await viewHold(inspector, hold, minutesLater(1));
    await viewHold(inspector, hold, minutesLater(3));
    const looks = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, hold.consignmentId), eq(auditLog.action, 'agency.read')));
    expect(looks).toMatchObject([{ officeId: desk.officeId, actorId: inspector.id }]);
    expect(looks).toHaveLength(1);
  });

  it('is not named to the partner, who is told of a hold as of any other', async () => {
    const { consignmentId } = await held();
    const rows = await db().select().from(clearances).where(eq(clearances.consignmentId, consignmentId));
    const [told] = await toldConsignments(db(), rows, NOW);
    expect(told?.holds).toEqual([{ ground: 'safety_check', placedAt: NOW.toISOString() }]);
    expect(JSON.stringify(told)).not.toContain('Product Safety Authority');
  });

  it('is told nothing of where a consignment stands by an answer that comes too late', async () => {
    const hold = await held();
    await db().update(clearances).set({ status: 'seized' }).where(eq(clearances.consignmentId, hold.consignmentId));
    const error = await answerHold(inspector, { ...hold, ...answer }, minutesLater(5)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RefusedError);
    expect((error as RefusedError).reasons).toEqual([{ code: 'hold.closed' }]);
    // Put back, so that the statistics of the other tests agree.
    await db().update(clearances).set({ status: 'selected' }).where(eq(clearances.consignmentId, hold.consignmentId));
  });
});

import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { clearances, decisions, events } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';

const CHECK_VIOLATED = '23514';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** A proposed seizure written past the commands. */
async function aProposal() {
  const { consignmentId } = await aConsignment(desk);
  const decisionId = randomUUID();
  const ground = 'ipr_infringement';
  const by = { decidedBy: desk.officer.id, decidedByName: desk.officer.name, decidedAt: NOW };
  await db()
    .insert(decisions)
    .values({ consignmentId, decisionId, kind: 'seize', state: 'proposed', ground, version: 1, ...by });
  await db()
    .update(clearances)
    .set({ status: 'awaiting_second', proposedKind: 'seize', proposedFrom: 'selected' })
    .where(eq(clearances.consignmentId, consignmentId));
  return { consignmentId, decisionId };
}

async function stateAfter(statement: PromiseLike<unknown>): Promise<string | undefined> {
  return statement.then(
    () => undefined,
    (error: unknown) => sqlState(error),
  );
}

describe('Four eyes', () => {
  it('are demanded by the database when the command is bypassed', async () => {
    const { consignmentId, decisionId } = await aProposal();
    const settle = (set: Partial<typeof decisions.$inferInsert>) =>
      db()
        .update(decisions)
        .set(set)
        .where(and(eq(decisions.consignmentId, consignmentId), eq(decisions.decisionId, decisionId)));
    const own = { state: 'final', secondBy: desk.officer.id, secondByName: desk.officer.name } as const;
    expect(await stateAfter(settle(own))).toBe(CHECK_VIOLATED);
    expect(await stateAfter(settle({ state: 'final' }))).toBe(CHECK_VIOLATED);
    const other = { state: 'final', secondBy: desk.colleague.id, secondByName: desk.colleague.name } as const;
    expect(await stateAfter(settle(other))).toBeUndefined();
  });

  it('are not two of one person under another role or session', async () => {
    const { consignmentId, decisionId } = await aProposal();
    const promoted = { ...desk.officer, role: 'supervisor', sessionId: 'another' } as const;
    const act = confirmProposal(promoted, { consignmentId, rowVersion: 1, decisionId }, minutesLater(5));
    expect(await refusalOf(act)).toEqual(['proposal.same_officer']);
  });

  it('see the ground only by opening the proposal, which is told; its proposer and strangers do not', async () => {
    const wish = await aProposal();
    await expect(viewProposal(desk.analyst, wish)).rejects.toThrow(ForbiddenError);
    await expect(viewProposal(desk.stranger, wish)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(viewProposal(desk.officer, wish))).toEqual(['proposal.same_officer']);
    expect(await auditOf(wish.consignmentId)).toEqual([]);
    const shown = await viewProposal(desk.colleague, wish, minutesLater(5));
    expect(shown).toMatchObject({
      kind: 'seize',
      ground: 'ipr_infringement',
      note: null,
      proposedByName: desk.officer.name,
    });
    expect(await auditOf(wish.consignmentId)).toMatchObject([
      { action: 'clearance.view_proposal', actorId: desk.colleague.id, details: { decisionId: wish.decisionId } },
    ]);
    await db().update(decisions).set({ state: 'undone' }).where(eq(decisions.decisionId, wish.decisionId));
    await expect(viewProposal(desk.colleague, wish)).rejects.toThrow(NotFoundError);
  });

  it('look at the data the proposal was made on', async () => {
    const { consignmentId, decisionId } = await aProposal();
    await db().update(decisions).set({ version: 0 }).where(eq(decisions.decisionId, decisionId));
    const proposal = await openedBy([desk.colleague], { consignmentId, rowVersion: 1, decisionId }, minutesLater(5));
    expect(await refusalOf(confirmProposal(desk.colleague, proposal, minutesLater(5)))).toEqual([
      'proposal.data_changed',
    ]);
  });

  it('are blind until the second has looked: no query tells the ground, and nobody settles what they have not opened', async () => {
    const { consignmentId, decisionId } = await aProposal();
    const at = minutesLater(5);
    const toldTo = async (actor: Actor) => {
      const { decisions: told, events: timeline } = await getConsignment(actor, consignmentId, at);
      return [told[0]?.told?.ground, timeline.find(({ kind }) => kind === 'proposed')?.values.ground];
    };
    await db()
      .insert(events)
      .values({
        consignmentId,
        receivedOn: (await standing(consignmentId)).receivedOn,
        eventId: randomUUID(),
        at: NOW,
        kind: 'proposed',
        actorId: desk.officer.id,
        actorName: desk.officer.name,
        values: { kind: 'seize', ground: 'ipr_infringement', note: 'Counterfeit' },
      });
    const seized = ['ipr_infringement', 'ipr_infringement'];
    expect(await toldTo(desk.officer)).toEqual(seized);
    expect(await toldTo(desk.colleague)).toEqual([undefined, undefined]);
    const wish = { consignmentId, rowVersion: 1, decisionId };
    expect(await refusalOf(confirmProposal(desk.colleague, wish, at))).toEqual(['proposal.not_opened']);
    const rejected = rejectProposal(desk.colleague, { ...wish, note: 'Genuine labels' }, at);
    expect(await refusalOf(rejected)).toEqual(['proposal.not_opened']);
    await viewProposal(desk.colleague, { consignmentId, decisionId }, at);
    expect(await toldTo(desk.colleague)).toEqual(seized);
    // What one officer opened stays hidden from another who may second it.
    expect(await toldTo(desk.supervisor)).toEqual([undefined, undefined]);
    await confirmProposal(desk.colleague, wish, at);
    expect(await toldTo(desk.supervisor)).toEqual(seized);
  });

  it('are no way round a hold: the database keeps a consignment with one from being released', async () => {
    const { consignmentId } = await aConsignment(desk);
    const release = db()
      .update(clearances)
      .set({ status: 'released', releasedAt: NOW, openHolds: 1 })
      .where(eq(clearances.consignmentId, consignmentId));
    expect(await stateAfter(release)).toBe(CHECK_VIOLATED);
  });
});

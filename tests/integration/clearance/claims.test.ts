import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { keepClaim } from '@/db/commands/clearance/keep-claim';
import { reassignClaim } from '@/db/commands/clearance/reassign-claim';
import { returnLeases } from '@/db/jobs/return-leases';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, withAccount } from '../../support/a-desk';
import { auditOf, describeCommand, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await withAccount(desk.colleague);
});

async function aClaim(by: Actor, at = NOW) {
  const placed = await aConsignment(desk);
  const claimed = await claimConsignment(by, { consignmentId: placed.consignmentId, rowVersion: 1 }, at);
  return { consignmentId: placed.consignmentId, rowVersion: claimed.rowVersion, claimNumber: claimed.claimNumber };
}
const seen = ({ consignmentId, rowVersion }: { consignmentId: string; rowVersion: number }) => ({
  consignmentId,
  rowVersion,
});

describeCommand('Claiming', {
  desk: () => desk,
  audit: 'clearance.claim',
  event: 'claimed',
  prepare: async () => {
    const placed = await aConsignment(desk);
    return { consignmentId: placed.consignmentId, act: (actor) => claimConsignment(actor, seen(placed), NOW) };
  },
  check: (row) =>
    expect(row).toMatchObject({ claimedBy: desk.officer.id, claimNumber: 1, leaseUntil: minutesLater(20) }),
});

describeCommand('Giving a claim back', {
  desk: () => desk,
  audit: 'clearance.give_back',
  event: 'given_back',
  against: ({ officer }) => officer,
  prepare: async () => {
    const claim = await aClaim(desk.officer);
    return { consignmentId: claim.consignmentId, act: (actor) => giveBackClaim(actor, seen(claim), minutesLater(1)) };
  },
  check: (row) => expect(row).toMatchObject({ claimedBy: null, leaseUntil: null }),
});

describeCommand('Reassigning a claim', {
  desk: () => desk,
  audit: 'clearance.reassign',
  event: 'reassigned',
  by: ({ supervisor }) => supervisor,
  against: ({ supervisor }) => supervisor,
  prepare: async () => {
    const claim = await aClaim(desk.officer);
    const wish = { ...seen(claim), toUserId: desk.colleague.id, note: 'Knows these goods' };
    return { consignmentId: claim.consignmentId, act: (actor) => reassignClaim(actor, wish, minutesLater(1)) };
  },
  check: (row) => expect(row).toMatchObject({ claimedBy: desk.colleague.id, claimNumber: 2 }),
});

describe('A claim', () => {
  it('refuses another officer, and says who has it and since when', async () => {
    const claim = await aClaim(desk.officer);
    const act = holdConsignment(desk.colleague, { ...seen(claim), ground: 'value_doubt' }, minutesLater(5));
    await expect(act).rejects.toMatchObject({
      reasons: [{ code: 'claim.held', params: { name: 'A. Kaya', since: NOW.getTime() } }],
    });
  });

  it('holds nothing once its lease ran out: the officer is told, a colleague goes on', async () => {
    const claim = await aClaim(desk.officer);
    const act = (by: Actor) => holdConsignment(by, { ...seen(claim), ground: 'value_doubt' }, minutesLater(21));
    expect(await refusalOf(act(desk.officer))).toEqual(['claim.expired']);
    expect(await act(desk.colleague)).toMatchObject({ claimNumber: claim.claimNumber + 1 });
  });

  it('is kept by its fencing number, without a new version of the row', async () => {
    const claim = await aClaim(desk.officer);
    const kept = await keepClaim(desk.officer, numbered(claim), minutesLater(15));
    expect(kept.leaseUntil).toBe(minutesLater(35).toISOString());
    expect(await standing(claim.consignmentId)).toMatchObject({ rowVersion: claim.rowVersion });
    expect((await auditOf(claim.consignmentId)).map((row) => row.action)).toEqual([
      'clearance.claim',
      'clearance.keep_claim',
    ]);
  });

  it('is not kept by a colleague, after its end, under an older number, nor from another office', async () => {
    const claim = await aClaim(desk.officer);
    expect(await refusalOf(keepClaim(desk.colleague, numbered(claim), NOW))).toEqual(['claim.expired']);
    expect(await refusalOf(keepClaim(desk.officer, numbered(claim), minutesLater(21)))).toEqual(['claim.expired']);
    await expect(keepClaim(desk.stranger, numbered(claim), NOW)).rejects.toThrow(NotFoundError);
    await expect(keepClaim(desk.analyst, numbered(claim), NOW)).rejects.toThrow(ForbiddenError);
  });

  it('that was given to another fences off the write of the one who had it', async () => {
    const claim = await aClaim(desk.officer);
    const wish = { ...seen(claim), toUserId: desk.colleague.id, note: 'End of shift' };
    await reassignClaim(desk.supervisor, wish, minutesLater(1));
    const late = holdConsignment(desk.officer, { ...seen(claim), ground: 'value_doubt' }, minutesLater(2));
    expect(await refusalOf(late)).toEqual(['claim.held']);
  });

  it('goes to officers of the office alone', async () => {
    const claim = await aClaim(desk.officer);
    const wish = { ...seen(claim), toUserId: desk.stranger.id, note: 'To a stranger' };
    expect(await refusalOf(reassignClaim(desk.supervisor, wish, NOW))).toEqual(['claim.unknown_officer']);
  });

  it('that ran out comes back to the queue, marked, and its officer is told so', async () => {
    const claim = await aClaim(desk.officer);
    const kept = await aClaim(desk.officer, minutesLater(30));
    expect(await returnLeases(minutesLater(30))).toBeGreaterThan(0);
    expect(await standing(claim.consignmentId)).toMatchObject({ claimedBy: null, isReturned: true });
    expect(await standing(kept.consignmentId)).toMatchObject({ claimedBy: desk.officer.id });
    expect((await timelineOf(claim.consignmentId)).map((event) => event.kind)).toEqual(['claimed', 'lease_expired']);
    expect((await auditOf(claim.consignmentId)).map((row) => row.action)).toContain('clearance.return_leases');
    const late = holdConsignment(desk.officer, { ...seen(claim), ground: 'value_doubt' }, minutesLater(31));
    expect(await refusalOf(late)).toEqual(['claim.expired']);
  });
});

function numbered({ consignmentId, claimNumber }: { consignmentId: string; claimNumber: number }) {
  return { consignmentId, claimNumber };
}

import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { reassignClaim } from '@/db/commands/clearance/reassign-claim';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { skipConsignment } from '@/db/commands/clearance/skip-consignment';
import { listClaims } from '@/db/queries/clearance/list-claims';
import { listPassedOn } from '@/db/queries/clearance/list-passed-on';
import { listPending } from '@/db/queries/clearance/list-pending';
import { getPolicyOverview } from '@/db/queries/policy/get-policy-overview';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  for (const one of [desk.officer, desk.colleague, desk.stranger]) await withAccount(one);
});
const elsewhere = () => someone('supervisor', 'BELGG');

/** A consignment as somebody just read it. */
const seenOf = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });

async function examined(placed: Placed): Promise<{ consignmentId: string; rowVersion: number }> {
  const ordered = await orderExamination(desk.officer, { ...seenOf(placed), kind: 'physical' }, NOW);
  return recordExaminationResult(
    desk.officer,
    {
      consignmentId: placed.consignmentId,
      rowVersion: ordered.rowVersion,
      examinationId: ordered.examinationId,
      resultCode: 'prohibited',
      finding: 'Fireworks',
    },
    minutesLater(1),
  );
}

describe('The lists of a supervisor', () => {
  it('name each claim, its holder and who of the same office could take it over', async () => {
    const placed = await aConsignment(desk);
    await claimConsignment(desk.officer, seenOf(placed), NOW);
    const { claims, officers } = await listClaims(desk.supervisor);
    expect(claims.find((claim) => claim.consignmentId === placed.consignmentId)).toMatchObject({
      officerId: desk.officer.id,
      officerName: 'A. Kaya',
    });
    expect(officers.map(({ userId }) => userId).sort()).toEqual([desk.officer.id, desk.colleague.id].sort());
    expect((await listClaims(elsewhere())).claims).toEqual([]);
  });
  it('name what officers passed on, by whom last and why, until it is decided', async () => {
    const placed = await aConsignment(desk);
    const first = await skipConsignment(desk.officer, { ...seenOf(placed), reason: 'language' }, NOW);
    const wish = { consignmentId: placed.consignmentId, rowVersion: first.rowVersion, reason: 'other' } as const;
    const { rowVersion } = await skipConsignment(desk.colleague, { ...wish, note: 'Old friends' }, minutesLater(1));
    const told = async (actor = desk.supervisor) =>
      (await listPassedOn(actor)).filter(({ consignmentId }) => consignmentId === placed.consignmentId);
    expect(await told()).toMatchObject([
      { officers: 2, byName: 'B. Moreau', at: minutesLater(1).toISOString(), reason: 'other', note: 'Old friends' },
    ]);
    expect(await told(elsewhere())).toEqual([]);
    await expect(listPassedOn(desk.officer)).rejects.toThrow(ForbiddenError);
    const seen = { consignmentId: placed.consignmentId, rowVersion };
    await releaseConsignment(desk.supervisor, { ...seen, ground: 'documents_in_order' }, minutesLater(2));
    expect(await told()).toEqual([]);
  });
  it('give the row version with which a claim can be moved', async () => {
    const placed = await aConsignment(desk);
    await claimConsignment(desk.officer, seenOf(placed), NOW);
    const claim = (await listClaims(desk.supervisor)).claims.find((row) => row.consignmentId === placed.consignmentId);
    if (!claim) throw new Error('no claim');
    const { consignmentId, rowVersion } = claim;
    const wish = { consignmentId, rowVersion, toUserId: desk.colleague.id, note: 'off duty' };
    await reassignClaim(desk.supervisor, wish, minutesLater(1));
    const after = (await listClaims(desk.supervisor)).claims.find((row) => row.consignmentId === consignmentId);
    expect(after?.officerName).toBe('B. Moreau');
  });
  it('hold seizures that await a second officer, of the own offices only', async () => {
    const seen = await examined(await aConsignment(desk, inLane('red')));
    const { consignmentId, rowVersion } = seen;
    const wish = { consignmentId, rowVersion, kind: 'seize', ground: 'prohibited_goods', note: 'fireworks' } as const;
    await decideConsignment(desk.officer, wish, minutesLater(2));
    const { proposals } = await listPending(desk.supervisor, minutesLater(3));
    expect(proposals).toMatchObject([{ consignmentId, proposedByName: 'A. Kaya' }]);
    expect(JSON.stringify(proposals)).not.toMatch(/prohibited_goods|fireworks/);
    expect((await listPending(elsewhere(), minutesLater(3))).proposals).toEqual([]);
  });
  it('hold questions from the moment their time has run out', async () => {
    const placed = await aConsignment(desk);
    const wish = { ...seenOf(placed), type: 'rfi', question: 'What is it?', dueAt: minutesLater(60) } as const;
    await referConsignment(desk.officer, wish, NOW);
    expect((await listPending(desk.supervisor, minutesLater(59))).overdue).toEqual([]);
    expect((await listPending(desk.supervisor, minutesLater(61))).overdue).toMatchObject([
      { consignmentId: placed.consignmentId, type: 'rfi', partnerName: 'Harbour Parcels' },
    ]);
    expect((await listPending(elsewhere(), minutesLater(61))).overdue).toEqual([]);
  });
  it('are closed to officers and partners', async () => {
    for (const actor of [desk.officer, desk.partner, desk.analyst]) {
      await expect(listClaims(actor)).rejects.toThrow(ForbiddenError);
      await expect(listPending(actor)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe('The policy in force as a risk manager reads it', () => {
  it('gives every rule with its source, and what changes later', async () => {
    const overview = await getPolicyOverview(someone('risk_manager', 'NLRTM'), NOW);
    expect(overview.indicators.map(({ code }) => code).sort()).toEqual([...INDICATOR_CODES].sort());
    expect(overview.indicators.every(({ source }) => source.length > 0)).toBe(true);
    expect(overview.lanes.map(({ lane }) => lane)).toEqual(['blue', 'yellow', 'red']);
    expect(overview.limits.find(({ kind, key }) => kind === 'band' && key === 'low_value')).toMatchObject({
      limit: { amount: '150', currency: 'EUR' },
      flat: { amount: '3', currency: 'EUR' },
    });
    expect(overview.ahead).toMatchObject([{ kind: 'charge_law', key: 'own', validFrom: '2028-07-01' }]);
    expect(JSON.stringify(overview)).not.toContain('selection_seed');
  });
  it('is closed to partners', async () => {
    await expect(getPolicyOverview(desk.partner, NOW)).rejects.toThrow(ForbiddenError);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { aConsignment, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** Runs with a policy that gives a decision to fewer. */
async function narrowing(kind: string, value: object, run: () => Promise<void>): Promise<void> {
  const set = async (to: object) => {
    await database.owner((client) =>
      client.query(`update policy.parameters set value = $1 where kind = 'power' and key = $2`, [
        JSON.stringify(to),
        kind,
      ]),
    );
    forgetWhatIsInForce();
  };
  await set(value);
  try {
    await run();
  } finally {
    await set({ roles: ['officer', 'supervisor'], officerUpTo: null });
  }
}

const GROUND = { ground: 'risk_not_confirmed', note: 'Seen' } as const;
const DETAIN = { kind: 'detain', ground: 'documents_outstanding', note: 'Seen' } as const;

describe('A decision that the policy leaves to supervisors', () => {
  it('is refused to officers, changes nothing, and is offered to supervisors alone', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const seen = { consignmentId: placed.consignmentId, rowVersion: placed.rowVersion };
    const before = await standing(placed.consignmentId);
    await narrowing('detain', { roles: ['supervisor'], officerUpTo: null }, async () => {
      expect(await refusalOf(decideConsignment(desk.officer, { ...seen, ...DETAIN }, NOW))).toEqual(['power.role']);
      expect(await standing(placed.consignmentId)).toEqual(before);
      const offered = await getConsignment(desk.officer, placed.consignmentId, NOW);
      expect(Object.keys(offered.powersAgainst)).toEqual(['detain']);
      expect((await getConsignment(desk.supervisor, placed.consignmentId, NOW)).powersAgainst).toEqual({});
      await decideConsignment(desk.supervisor, { ...seen, ...DETAIN }, NOW);
    });
    expect((await auditOf(placed.consignmentId)).at(-1)).toMatchObject({ action: 'clearance.decide' });
  });

  it('is not taken by officers with others at once either', async () => {
    const placed = await aConsignment(desk, withScore(10));
    await narrowing('release', { roles: ['supervisor'], officerUpTo: null }, async () => {
      const rows = [{ consignmentId: placed.consignmentId, rowVersion: placed.rowVersion }];
      const { outcomes } = await releaseTogether(desk.officer, { rows, ...GROUND }, NOW);
      expect(outcomes).toMatchObject([{ reasons: [{ code: 'power.role' }] }]);
    });
  });

  it('is not confirmed by who may not take it', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const seen = { consignmentId: placed.consignmentId, rowVersion: placed.rowVersion };
    const always = `update policy.parameters set value = jsonb_set(value, '{decisions}', '["seize", "detain"]')
      where kind = 'second_officer' and key = 'seizure'`;
    await database.owner((client) => client.query(always));
    forgetWhatIsInForce();
    const { decisionId, rowVersion } = await decideConsignment(desk.officer, { ...seen, ...DETAIN }, NOW);
    await openedBy([desk.colleague], { consignmentId: placed.consignmentId, decisionId }, NOW);
    await narrowing('detain', { roles: ['supervisor'], officerUpTo: null }, async () => {
      const confirmed = confirmProposal(
        desk.colleague,
        { consignmentId: placed.consignmentId, rowVersion, decisionId },
        minutesLater(1),
      );
      expect(await refusalOf(confirmed)).toEqual(['power.role']);
    });
    expect((await standing(placed.consignmentId)).status).toBe('awaiting_second');
  });
});

it('A release above the value up to which officers decide is left to a supervisor, and told with both amounts', async () => {
  const placed = await aConsignment(desk, inLane('yellow'));
  const seen = { consignmentId: placed.consignmentId, rowVersion: placed.rowVersion };
  await narrowing('release', { roles: ['officer', 'supervisor'], officerUpTo: '0.01' }, async () => {
    const refused = await releaseConsignment(desk.officer, { ...seen, ...GROUND }, NOW).catch((error) => error);
    expect(refused.reasons).toMatchObject([
      { code: 'power.value', params: { decision: 'release', limit: '0.01', currency: 'EUR' } },
    ]);
    expect(await releaseConsignment(desk.supervisor, { ...seen, ...GROUND }, NOW)).toMatchObject({
      status: 'released',
    });
  });
});

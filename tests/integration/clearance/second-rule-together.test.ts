import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '@/db/commands/clearance/change/each-of';
import { confirmTogether } from '@/db/commands/clearance/confirm-together';
import { proposeTogether } from '@/db/commands/clearance/propose-together';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { stateDuty } from '@/db/commands/clearance/state-duty';
import { viewTogether } from '@/db/commands/clearance/view-together';
import { getBatch } from '@/db/queries/clearance/together-batches';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { aConsignment, underRegime, withItems, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const GROUND = { ground: 'risk_not_confirmed', note: 'Same seller, same goods' } as const;
const told = (outcomes: readonly Outcome[]) =>
  outcomes.map((one) => ('reasons' in one ? one.reasons.map(({ code }) => code) : 'done'));
const statesOf = async (batchId: string | null) =>
  (await getBatch(desk.supervisor, batchId ?? '')).items.map(({ state }) => state);

/** Runs with a policy by which every release takes a second officer. */
async function whileASecondOfficerReleases(run: () => Promise<void>): Promise<void> {
  const decisionsOf = async (kinds: readonly string[]) => {
    await database.owner((client) =>
      client.query(
        `update policy.parameters set value = jsonb_set(value, '{decisions}', $1::jsonb)
          where kind = 'second_officer' and key = 'seizure'`,
        [JSON.stringify(kinds)],
      ),
    );
    forgetWhatIsInForce();
  };
  await decisionsOf(['seize', 'release']);
  try {
    await run();
  } finally {
    await decisionsOf(['seize']);
  }
}

describe('A rule of the policy that asks for a second officer', () => {
  it('keeps a consignment from leaving by one person with others; confirmed by two it leaves with them', async () => {
    await whileASecondOfficerReleases(async () => {
      const placed = await Promise.all([30, 31].map((score) => aConsignment(desk, withScore(score))));
      const rows = placed.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion }));
      const { batchId, outcomes } = await releaseTogether(desk.officer, { rows, ...GROUND }, NOW);
      expect(told(outcomes)).toEqual(Array(2).fill(['batch.second_officer']));
      for (const { consignmentId, rowVersion } of placed)
        expect(await standing(consignmentId)).toMatchObject({ status: 'selected', rowVersion });
      expect(await statesOf(batchId)).toEqual(['there', 'there']);
      const proposal = await proposeTogether(desk.officer, { rows, ...GROUND }, NOW);
      await viewTogether(desk.colleague, { batchId: proposal.batchId }, NOW);
      expect(told(await confirmTogether(desk.colleague, { batchId: proposal.batchId }, NOW))).toEqual(['done', 'done']);
      expect(await statesOf(proposal.batchId)).toEqual(['released', 'released']);
    });
  });
});

it('Proposing together leaves out what could not be released by itself, before a second person is asked', async () => {
  const goods = withItems({ value: '400.00', commodityCode: '770100' });
  const open = await aConsignment(desk, underRegime('entry'), goods, withScore(30));
  const { consignmentId } = open;
  const duty = { itemNumber: 1, amount: '30.00', ground: 'One piece, 30 EUR a piece' };
  const stated = await stateDuty(desk.officer, { consignmentId, rowVersion: open.rowVersion, ...duty }, NOW);
  const other = await aConsignment(desk, withScore(30));
  const rows = [
    { consignmentId: other.consignmentId, rowVersion: other.rowVersion },
    { consignmentId, rowVersion: stated.rowVersion },
  ];
  const { excluded } = await proposeTogether(desk.officer, { rows, ...GROUND }, NOW);
  expect(excluded).toMatchObject([{ consignmentId, reasons: [{ code: 'release.duty_stated' }] }]);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { runDemo } from '@/db/demo/run-demo';
import { getCapacity } from '@/db/queries/capacity/get-capacity';
import { countQueueTabs } from '@/db/queries/clearance/count-queue-tabs';
import { listQueue, type QueuePage } from '@/db/queries/clearance/list-queue';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { profileResults } from '@/db/queries/profile/profile-results';
import { statedDuties } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { parseQueueFilter, QUEUE_TABS, type QueueTab } from '@/lib/clearance/queue-filter';
import { DEMO_OFFICES } from '@/lib/demo/partners';
import type { Actor } from '@/lib/identity/actor';
import { DEMO_ACCOUNTS } from '@/lib/identity/demo-accounts';
import { addDays, DAY_MS, dayOf } from '@/lib/kernel/dates';
import { useDatabase } from '../../support/database';
import { aPerson, signedIn } from '../../support/people';

useDatabase();
const END = new Date('2026-09-10T08:30:00Z');
const OFFICES = DEMO_ACCOUNTS.flatMap(({ email, offices }) => (email.startsWith('officer1') ? [...offices] : []));
let officer: Actor;

beforeAll(async () => {
  await inTransaction((tx) => seedReference(tx));
  await runDemo({ consignments: 600, days: 20, seed: 1, endAt: END }, () => undefined);
  officer = await signedIn((await aPerson({ offices: OFFICES })).id);
}, 300_000);

const filterOf = (officeId: string, tab: QueueTab) => parseQueueFilter({ office: officeId, tab });

async function inTab(tab: QueueTab): Promise<number> {
  const counts = await Promise.all(OFFICES.map((id) => countQueueTabs(officer, filterOf(id, tab), END)));
  return counts.reduce((sum, count) => sum + count[tab], 0);
}

async function waiting(): Promise<QueuePage['rows']> {
  const pages = await Promise.all(OFFICES.map((id) => listQueue(officer, filterOf(id, 'new'), null, END)));
  return pages.flatMap(({ rows }) => rows);
}

describe('A demo of 600 consignments', () => {
  it('leaves dozens waiting for its officer, in each of the offices', async () => {
    const rows = await waiting();
    expect(rows.length).toBeGreaterThanOrEqual(24);
    expect(rows.length).toBeLessThanOrEqual(60);
    expect(new Set(rows.map(({ officeId }) => officeId))).toEqual(new Set(OFFICES));
    expect(new Set(rows.map(({ laneEffective }) => laneEffective))).toEqual(new Set(['red', 'yellow']));
    expect(rows.flatMap(({ topIndicators }) => topIndicators)).toEqual(
      expect.arrayContaining(['vague_description', 'gift_commercial', 'restricted_goods', 'prohibited_goods']),
    );
  });

  it('leaves time to act on most of it, and more than a day on two in five and more', async () => {
    const hoursLeft = (await waiting()).map(({ actByAt }) => Date.parse(actByAt) - END.getTime());
    const share = (test: (left: number) => boolean) => hoursLeft.filter(test).length / hoursLeft.length;
    expect(share((left) => left < 0)).toBeLessThan(0.25);
    expect(share((left) => left > DAY_MS)).toBeGreaterThan(0.4);
    expect(share((left) => left > 8 * DAY_MS)).toBe(0);
  });

  it('leaves the next days with fewer hands than work in some offices, and says why', async () => {
    const supervisor = { ...officer, role: 'supervisor' as const, officeIds: ['NLAMS', 'FRCDG', 'NLRTM'] };
    const days = await Promise.all(
      supervisor.officeIds.flatMap((officeId) =>
        [1, 2, 3].map((ahead) => getCapacity(supervisor, { officeId, day: addDays(dayOf(END), ahead) }, END)),
      ),
    );
    const short = days.filter(({ use }) => use.leftOut > 0);
    expect(short.length).toBeGreaterThanOrEqual(2);
    for (const { setBy, around } of short) {
      expect(setBy?.reason).toBe('Part of the shift is at a training');
      expect(around.below.length).toBeGreaterThan(0);
    }
  });

  it('shows what a duty is that nobody could compute: one waits to be entered, one was and went', async () => {
    const open = (await waiting()).filter(({ examinationOutcome }) => examinationOutcome === 'finding');
    expect(open).toMatchObject([{ hasOpenCharges: true }]);
    const { corrected, exciseGoods } = await getConsignment(officer, open[0]?.consignmentId ?? '', END);
    expect(corrected).toMatchObject({ duty: { difference: null } });
    expect(exciseGoods).toMatchObject([{ itemNumber: 1 }]);
    expect(await db().select().from(statedDuties)).toMatchObject([{ itemNumber: 1, amountMinor: 10n }]);
  });

  it('has profiles in force, one in shadow with findings among what it met, and one that waits for a second person', async () => {
    const manager = { ...officer, role: 'risk_manager' as const, officeIds: DEMO_OFFICES.map(({ code }) => code) };
    const profiles = await listProfiles(manager, null, END);
    expect(profiles.map(({ versions }) => versions.map(({ state, isOver }) => (isOver ? 'over' : state)))).toEqual([
      ['active'],
      ['active'],
      ['active'],
      ['shadow'],
      ['proposed'],
    ]);
    const [result] = await profileResults(manager, profiles[3]?.profileId ?? '', END);
    expect(result).toMatchObject({ selected: 0 });
    expect(result?.hits).toBeGreaterThan(20);
    expect(result?.findings).toBeGreaterThan(0);
    expect(result?.examined).toBeGreaterThan(result?.findings ?? 0);
  });

  it('has something begun: asked, sent to examination and decided', async () => {
    for (const tab of QUEUE_TABS) {
      if (tab === 'mine' || tab === 'second') continue;
      expect(await inTab(tab), tab).toBeGreaterThan(0);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { db } from '@/db/connection';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { trafficOn } from '@/db/queries/simulation/office-days';
import { clearances, examinations, parameters, selections, simulations } from '@/db/schema';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { releaseTimes, workloadOf } from '@/lib/simulation/figures';
import { planned } from '../../support/a-capacity-plan';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { draft, proposed, second, seen } from '../../support/a-profile';
import { drafted, simulated, untilDone } from '../../support/a-simulation';
import { useDatabase } from '../../support/database';
import { goodsToControl } from '../../support/goods-to-control';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const database = useDatabase();
const manager = someone('risk_manager', 'NLRTM');
const today = dayOf(new Date());
const controlOn = addDays(today, 2);
const AT = new Date(`${addDays(today, 20)}T09:00:00Z`);
const PERIOD = { fromOn: today, toOn: controlOn, at: AT };
const OFFICE = 'NLRTM';
let desk: Desk;
let profileId: string;

const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const { row, doubtful, moreDoubtful, forbidden, toy } = goodsToControl(controlOn);

beforeAll(async () => {
  desk = await aDesk();
  const one = await proposed({ ...draft, effect: { kind: 'lane', lane: 'red' }, dailySlots: 2 });
  ({ profileId } = one);
  await approveProfile(second, { ...seen(one), shadowDays: 7 });
  await activateProfile(second, { ...seen(one, 2), days: 30 });
  await planned(OFFICE, { documents: 2, nii: 0, physical: 5 });
  const rows = [
    doubtful('A-1'),
    moreDoubtful('A-2'),
    moreDoubtful('A-3'),
    row('A-4', {}),
    forbidden('A-5'),
    toy('A-6'),
  ];
  await sendSubmission(desk.partner, csvOf(rows));
  const found = ['A-2', 'A-3'].map(idOf);
  await db().update(clearances).set({ examinationOutcome: 'finding' }).where(inArray(clearances.consignmentId, found));
  await db()
    .insert(examinations)
    .values(
      found.map((consignmentId) => ({
        ...{ consignmentId, examinationId: randomUUID(), kind: 'documents', orderedAt: new Date() },
        ...{ orderedBy: desk.officer.id, orderedByName: desk.officer.name, extraChargesMinor: 1_250n },
      })),
    );
});

const workOf = async (changes: Parameters<typeof simulated>[1]['changes']) => {
  const view = await simulated(manager, { ...PERIOD, changes });
  return { view, work: workloadOf(view.result.controls, view.changes.minutes) };
};
const pairs = ({ lines }: ReturnType<typeof workloadOf>) =>
  Object.fromEntries(lines.map(({ control, count }) => [control, [Number(count.was), Number(count.simulated)]]));
const slots = (documents: number | null, nii: number | null, physical: number | null) => ({
  slots: [{ officeId: OFFICE, documents, nii, physical }],
});

const lane = (key: string, fromScore: number) => ({ kind: 'lane' as const, key, value: { fromScore } });
const draw = (probability: string) => ({ kind: 'random' as const, key: 'draw', value: { probability } });
const share = (randomShare: string) => {
  const value = { slots: { documents: null, nii: null, physical: null }, randomShare };
  return { kind: 'capacity' as const, key: 'office', value };
};

describe('the controls of a simulation', () => {
  it('are those that were, where nothing changes', async () => {
    const { work } = await workOf({});
    const stored = await db().select().from(selections);
    const count = (control: string) => stored.filter((one) => one.control === control).length;
    expect(pairs(work)).toEqual({
      documents: [count('documents'), count('documents')],
      nii: [0, 0],
      physical: [count('physical'), count('physical')],
    });
    expect(pairs(work)).toMatchObject({ documents: [2, 2], physical: [2, 2] });
    expect(work).toMatchObject({ findings: 2, foundMinor: 2_500n, missed: 0, gained: 0 });
  });

  it('rest on what the draw chose from, counted of one office and day at a time', async () => {
    const stored = await db().select().from(selections);
    const drawable = stored.filter((one) => one.officeId === OFFICE && one.controlOn === controlOn);
    const strata = new Map<string, number>();
    for (const { stratum, inclusionProbability } of drawable)
      if (Number(inclusionProbability) < 1) strata.set(stratum, (strata.get(stratum) ?? 0) + 1);
    expect(strata.size).toBeGreaterThan(0);
    expect(await trafficOn(db(), { officeId: OFFICE, day: controlOn })).toEqual(strata);
    expect(await trafficOn(db(), { officeId: OFFICE, day: addDays(controlOn, -1) })).toBeNull();
    expect(await trafficOn(db(), { officeId: 'NLAMS', day: controlOn })).toBeNull();
  });

  it('are the same when the day is given away anew under the slots it had', async () => {
    const { view, work } = await workOf(slots(2, 0, 5));
    expect(view).toMatchObject({ reselected: 6, unrepeatedControls: 0 });
    expect(pairs(work)).toMatchObject({ documents: [2, 2], physical: [2, 2] });
  });

  it('are fewer with fewer slots, and what was found by those left out is told as missed', async () => {
    const { work } = await workOf(slots(1, 0, 5));
    expect(pairs(work)).toMatchObject({ documents: [2, 1], physical: [2, 2] });
    // Two papers of ten minutes each become one; two examinations of forty-five stay: 110 and 100 minutes.
    expect(work.minutes).toEqual({ was: 110n, simulated: 100n });
    expect(work).toMatchObject({ findings: 2, missed: 1, missedMinor: 1_250n, gained: 0 });
  });

  it('are more with more slots: who would be looked at besides is counted, and nothing is said of what they hold', async () => {
    const { work } = await workOf(slots(10, 0, 5));
    expect(pairs(work)).toMatchObject({ documents: [2, 3] });
    expect(work).toMatchObject({ missed: 0, gained: 1 });
  });

  it('tell slots, and the share of them that is drawn, to nobody who does not see them', async () => {
    const view = await simulated(manager, {
      ...PERIOD,
      changes: { ...slots(1, 0, 5), parameters: [share('0.1'), lane('red', 60)] },
    });
    expect(view.told).toHaveLength(2);
    const seen = await getSimulation(someone('analyst', 'NLRTM'), view.id);
    expect(seen.changes).toMatchObject({ slots: [], parameters: [{ kind: 'lane' }] });
    expect(seen.told.map(({ kind }) => kind)).toEqual(['lane']);
  });

  it('leave what is mandatory where it is, without a single slot', async () => {
    const { work } = await workOf(slots(0, 0, 0));
    expect(pairs(work)).toMatchObject({ documents: [2, 0], physical: [2, 2] });
  });

  it('are without those a profile selected when it is switched off, and with them when it is on', async () => {
    const off = await workOf({ profiles: [{ profileId, version: null }] });
    expect(pairs(off.work)).toMatchObject({ documents: [2, 2], physical: [2, 1] });
    expect(off.view.profileNumbers.get(profileId)).toBe(1);
    const on = await workOf({ profiles: [{ profileId, version: 1 }] });
    expect(pairs(on.work)).toMatchObject({ documents: [2, 2], physical: [2, 2] });
  });

  it('are the same under the limits of lanes, the draw and the indicators there were', async () => {
    const { view, work } = await workOf({
      parameters: [lane('yellow', 25), lane('red', 58), draw('0.005'), share('0.05')],
      indicators: INDICATOR_CODES.map((code) => ({ code, percent: 100 })),
    });
    expect(view).toMatchObject({ reselected: 6, unrepeatedControls: 0, unrepeated: 0 });
    expect(pairs(work)).toMatchObject({ documents: [2, 2], nii: [0, 0], physical: [2, 2] });
    expect(work).toMatchObject({ findings: 2, missed: 0, gained: 0 });
    expect(view.result.total.vatMinorSimulated).toBe(view.result.total.vatMinorWas);
  });

  it('are fewer where a lane begins at a higher score, and what was found there is told as missed', async () => {
    // The papers of 57 points leave with the blue lane; what is mandatory, and what a profile sees to, stays.
    const { view, work } = await workOf({ parameters: [lane('yellow', 58)] });
    expect(pairs(work)).toMatchObject({ documents: [2, 0], physical: [2, 2] });
    expect(work).toMatchObject({ missed: 2, missedMinor: 2_500n });
    expect(view.told).toMatchObject([{ kind: 'lane', key: 'yellow', before: { fromScore: 25 }, replaces: 1 }]);
  });

  it('are stricter where a lane begins at a lower score', async () => {
    // What had its papers looked at is examined now, in the five places there are.
    const { work } = await workOf({ parameters: [lane('red', 26)] });
    const [was, now] = pairs(work).physical ?? [];
    expect(was).toBe(2);
    expect(now).toBeGreaterThan(2);
    expect(work.gained).toBeGreaterThanOrEqual(2);
    expect(work.missed).toBe(0);
  });

  it('are without what an indicator made mandatory when it is switched off', async () => {
    const { work } = await workOf({ indicators: [{ code: 'prohibited_goods', percent: 0 }] });
    expect(pairs(work)).toMatchObject({ documents: [2, 2], physical: [2, 1] });
  });

  it('are judged by the law of their own days, also where the period begins with another one', async () => {
    // Received today, controlled two days later: from tomorrow on other limits stand.
    const isLane = and(eq(parameters.kind, 'lane'), isNull(parameters.validTo));
    const stood = await db().select().from(parameters).where(isLane);
    await db().update(parameters).set({ validTo: today }).where(isLane);
    const now = stood.map((one) => ({ ...one, validFrom: addDays(today, 1) }));
    await db().insert(parameters).values(now);
    const changes = { indicators: [{ code: 'prohibited_goods' as const, percent: 0 }] };
    const simulationId = await drafted(manager, { ...PERIOD, changes });
    const period = { fromOn: controlOn, nextOn: controlOn };
    await db().update(simulations).set(period).where(eq(simulations.id, simulationId));
    await runSimulation(manager, { simulationId, rowVersion: 1 }, AT);
    await untilDone(AT);
    const view = await getSimulation(manager, simulationId);
    expect(view).toMatchObject({ state: 'done', problem: null, reselected: 6 });
    expect(pairs(workloadOf(view.result.controls, view.changes.minutes))).toMatchObject({ physical: [2, 1] });
    // The application takes no row of the law back; the tests after this one have the law of before.
    await database.owner(async (client) => {
      await client.query(`delete from policy.parameters where kind = 'lane' and valid_from = $1`, [addDays(today, 1)]);
      await client.query(`update policy.parameters set valid_to = null where kind = 'lane' and valid_to = $1`, [today]);
    });
  });

  it('are more with more drawn at random', async () => {
    const { view, work } = await workOf({ parameters: [draw('0.999999'), share('0.9')] });
    expect(work.lines.find(({ control }) => control === 'physical')?.count.simulated).toBeGreaterThan(2n);
    expect(work.gained).toBeGreaterThan(0);
    expect(view.unrepeatedControls).toBe(0);
  });

  it('include those that a version which never was in force would select', async () => {
    const tree = { combinator: 'and', rules: [{ field: 'commodityCodes', operator: 'beginsWith', value: '6109' }] };
    const other = await proposed({ ...draft, tree, effect: { kind: 'lane', lane: 'red' }, dailySlots: 10 });
    const { work } = await workOf({ profiles: [{ profileId: other.profileId, version: 1 }] });
    // The shirts besides the knife and the toy.
    expect(pairs(work)).toMatchObject({ documents: [2, 0], physical: [2, 6] });
  });

  it('give release times to be expected by what each control took', async () => {
    const [standing] = await db()
      .select()
      .from(clearances)
      .where(eq(clearances.consignmentId, idOf('A-4')));
    const received = standing?.receivedAt.getTime() ?? 0;
    const released = (reference: string, hours: number) =>
      db()
        .update(clearances)
        .set({ status: 'released', releasedAt: new Date(received + hours * 3_600_000) })
        .where(eq(clearances.consignmentId, idOf(reference)));
    await released('A-4', 0);
    await released('A-1', 0);
    await released('A-2', 10);
    const { view } = await workOf(slots(1, 0, 5));
    // Without control 0 h, documents 10 h, physical unknown: (2 x 0 + 2 x 10) / 4 = 5 h, then (3 x 0 + 1 x 10) / 4 = 2.5 h.
    expect(releaseTimes(view.result.controls)).toEqual([
      { channel: 'express', consignments: 6, was: 5 * 3_600, simulated: 2.5 * 3_600 },
    ]);
  });
});

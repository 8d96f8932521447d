import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDays } from '@/db/commands/statistics/check-days';
import { checkStatistics, recomputeStatistics } from '@/db/commands/statistics/recompute';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { db } from '@/db/connection';
import { standing } from '@/db/queries/operation/standing';
import { getMonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { listScorecards } from '@/db/queries/partnership/list-scorecards';
import { getDayChecks } from '@/db/queries/statistics/get-day-checks';
import { checkedDays, countedDays } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { judge } from '@/lib/operation/heartbeat';
import { addMonths } from '@/lib/partnership/months';
import { consignmentsLike, receivedAt } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
const TODAY = dayOf(NOW);
const PERIOD = { from: addDays(TODAY, -29), to: TODAY };
/** As many as come round in one run beside the last three, and some more. */
const OLD_DAYS = [5, 6, 7, 8, 9, 10, 11];
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  for (const back of [0, ...OLD_DAYS])
    await consignmentsLike(desk, 2, receivedAt(new Date(NOW.getTime() - back * 86_400_000)));
  while ((await foldContributions(SYSTEM_ACTOR)) > 0);
});
const checkedAt = async () =>
  new Map((await db().select().from(checkedDays)).map(({ day, checkedAt: at }) => [day, at.toISOString()]));

describe('days computed anew from the ledger', () => {
  it('are the last three in every run, and all others in turn, those never looked at first', async () => {
    expect(await getDayChecks(desk.analyst, PERIOD)).toEqual({
      ...{ checked: 0, oldestAt: null, differing: [], uncounted: [] },
    });
    const first = await checkDays(SYSTEM_ACTOR, { at: NOW });
    expect(first.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((back) => addDays(TODAY, -back)));
    const second = await checkDays(SYSTEM_ACTOR, { at: minutesLater(360) });
    expect(second.map(({ day }) => day)).toEqual([0, 1, 2, 8, 9, 10, 11, 3].map((back) => addDays(TODAY, -back)));
    expect((await checkedAt()).get(addDays(TODAY, -7))).toBe(NOW.toISOString());
    expect(await getDayChecks(desk.analyst, PERIOD)).toEqual({
      ...{ checked: 12, oldestAt: NOW, differing: [], uncounted: [] },
    });
  });

  it('that differ are named beside the figures and make the product say so, until they equal the ledger again', async () => {
    const off = async (by: number) =>
      db().execute(sql`update statistics.cells set items = items + ${by} where cube = 'fine' and day = ${TODAY}`);
    await off(1);
    const [found] = await checkDays(SYSTEM_ACTOR, { at: minutesLater(400) });
    expect(found?.differences.length).toBeGreaterThan(0);
    expect((await getDayChecks(desk.analyst, PERIOD)).differing).toEqual([TODAY]);
    expect((await getDayChecks(desk.analyst, { from: PERIOD.from, to: addDays(TODAY, -1) })).differing).toEqual([]);
    const now = await standing(SYSTEM_ACTOR, NOW);
    expect([now.days, judge(now, NOW).statistics]).toEqual([{ differing: 1, uncounted: 0 }, 'behind']);
    await off(-1);
    await checkDays(SYSTEM_ACTOR, { at: minutesLater(500) });
    expect((await getDayChecks(desk.analyst, PERIOD)).differing).toEqual([]);
    expect(judge(await standing(SYSTEM_ACTOR, NOW), NOW).statistics).toBe('ok');
  });

  it('that differ come round in every run, and are right again as soon as they are repaired, by two at once too', async () => {
    const broken = addDays(TODAY, -8);
    await db().execute(sql`update statistics.cells set items = items + 1 where cube = 'fine' and day = ${broken}`);
    while (!(await getDayChecks(desk.analyst, PERIOD)).differing.includes(broken))
      await checkDays(SYSTEM_ACTOR, { at: minutesLater(510) });
    for (const at of [520, 530])
      expect((await checkDays(SYSTEM_ACTOR, { at: minutesLater(at) })).map(({ day }) => day)[3]).toBe(broken);
    await Promise.all([recomputeStatistics(SYSTEM_ACTOR, broken), recomputeStatistics(SYSTEM_ACTOR, broken)]);
    expect((await getDayChecks(desk.analyst, PERIOD)).differing).toEqual([]);
    expect(judge(await standing(SYSTEM_ACTOR, NOW), NOW).statistics).toBe('ok');
    expect((await checkStatistics(SYSTEM_ACTOR, broken)).differences).toEqual([]);
    while ((await foldContributions(SYSTEM_ACTOR)) > 0);
    expect((await checkStatistics(SYSTEM_ACTOR, broken)).differences).toEqual([]);
  });

  it('are told by the ledger where the statistics lost every cell of one', async () => {
    const lost = addDays(TODAY, -10);
    await db().execute(sql`delete from statistics.cells where day = ${lost}`);
    await db().execute(sql`delete from statistics.checked_days where day = ${lost}`);
    const checks = await checkDays(SYSTEM_ACTOR, { at: minutesLater(540) });
    expect(checks.find(({ day }) => day === lost)).toMatchObject({ consignments: 2 });
    expect((await getDayChecks(desk.analyst, PERIOD)).differing).toEqual([lost]);
    await recomputeStatistics(SYSTEM_ACTOR, lost);
    expect((await getDayChecks(desk.analyst, PERIOD)).differing).toEqual([]);
  });

  it('are left where the process is to stop, and looked at by the system alone', async () => {
    expect(await checkDays(SYSTEM_ACTOR, { at: minutesLater(600), signal: AbortSignal.abort() })).toEqual([]);
    await expect(checkDays(desk.analyst)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(getDayChecks(desk.officer, PERIOD)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(getDayChecks(desk.partner, PERIOD)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('a day that could not be counted for the scorecards', () => {
  const month = addMonths(TODAY, 0);
  it('is named on the scorecards of its month, beside the figures, and in how the product is', async () => {
    await db().insert(countedDays).values({ day: month, failedAt: NOW, failure: 'of a test' });
    const { partnerId } = desk.partner;
    const ofMonth = async () => (await getMonthScorecard(desk.partner, partnerId ?? '', month, NOW)).uncounted;
    expect(await ofMonth()).toEqual([month]);
    expect((await listScorecards(desk.supervisor, NOW)).uncounted).toEqual([]);
    expect((await getDayChecks(desk.analyst, { from: month, to: TODAY })).uncounted).toEqual([month]);
    const now = await standing(SYSTEM_ACTOR, NOW);
    expect([now.days.uncounted, judge(now, NOW).statistics]).toEqual([1, 'behind']);
    await db().update(countedDays).set({ failedAt: null, failure: null }).where(eq(countedDays.day, month));
    expect(await ofMonth()).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { countPartnerDay } from '@/db/commands/partnership/count-day';
import { countDueMonths } from '@/db/commands/partnership/count-due-months';
import { countPartnerMonth, sumPartnerMonth } from '@/db/commands/partnership/count-months';
import { db } from '@/db/connection';
import { listScorecards } from '@/db/queries/partnership/list-scorecards';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { clearances, countedDays, partnerDays, partnerMonths, referrals } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import { MONTH_COUNTS } from '@/lib/partnership/score';
import { figureAt, TOTAL } from '@/lib/statistics/pivot';
import { parseQuestion, resolveQuestion } from '@/lib/statistics/question';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { placeNinetyDays } from '../statistics/ninety-days';
import { countedAtOnce } from './counted-at-once';

useDatabase();

const MONTH = '2026-10-01';
const MONTHS = ['2026-08-01', '2026-09-01', MONTH, '2026-11-01'];
const HOUR_MS = 3_600_000;
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
let desk: Desk;

beforeAll(async () => {
  desk = await aDesk();
  await placeNinetyDays(desk);
  await soil();
});

/** Gives the ledger of the ninety days what scorecards ask for: remarks on data, amendments, questions, presentations. */
async function soil(): Promise<void> {
  const random = seededRandom(12);
  const codes = ['missing', 'description_vague', 'commodity_code_shape', 'description_stop_word', 'another'];
  for (const row of await db().select().from(clearances)) {
    const { consignmentId, receivedOn } = row;
    const found = codes
      .filter(() => random() < 0.3)
      .map((code) => ({ code, severity: 'warning', pointer: 'description' }));
    await db().execute(sql`update consignment.consignments set warnings = ${JSON.stringify([...found, ...found])}::jsonb
      where consignment_id = ${consignmentId}::uuid and received_on = ${receivedOn}`);
    const at = (hours: number) => new Date(row.receivedAt.getTime() + hours * HOUR_MS).toISOString();
    for (const [kind, hours] of [
      ['selected', 1],
      ...(random() < 0.4
        ? [
            ['updated', 2],
            ['updated', 3],
          ]
        : []),
    ] as const)
      await db().execute(sql`insert into clearance.events (consignment_id, received_on, event_id, at, kind, actor_id, actor_name)
        values (${consignmentId}::uuid, ${receivedOn}, ${randomUUID()}::uuid, ${at(Number(hours))}::timestamptz, ${kind}, ${randomUUID()}::uuid, 'S')`);
    if (random() < 0.5)
      await db()
        .insert(referrals)
        .values({
          ...{
            consignmentId,
            referralId: randomUUID(),
            partnerId: row.partnerId,
            type: 'rfi',
            question: 'What is it?',
          },
          ...{ askedBy: randomUUID(), askedByName: 'A. Kaya', askedAt: row.receivedAt, dueAt: new Date(at(20)) },
          ...(random() < 0.7 ? { answer: 'Toys', answeredAt: new Date(at(Math.floor(random() * 40))) } : {}),
        });
  }
}

async function monthsAsCounted() {
  const rows = await db().select().from(partnerMonths);
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const key = `${row.partnerId} ${row.month}`;
    const sum = sums.get(key) ?? {};
    for (const count of MONTH_COUNTS) sum[count] = (sum[count] ?? 0) + row[count];
    sums.set(key, sum);
  }
  return Object.fromEntries(sums);
}

describe('Months of scorecards', () => {
  it('are the sums of their days, which equal one statement over the whole month', async () => {
    for (const month of MONTHS) await countPartnerMonth(SYSTEM_ACTOR, month, NOW);
    const expected = Object.assign({}, ...(await Promise.all(MONTHS.map((month) => countedAtOnce(month, NOW)))));
    const counted = await monthsAsCounted();
    expect(Object.keys(expected).length).toBeGreaterThan(2);
    expect(counted).toEqual(expected);
    const all = Object.values(counted);
    for (const count of [
      'complete',
      'vague',
      'coded',
      'amendedAfter',
      'asked',
      'answered',
      'answerSeconds',
      'findings',
    ] as const)
      expect([count, all.reduce((sum, one) => sum + (one[count] ?? 0), 0) > 0]).toEqual([count, true]);
  });

  it('equal what the explorer answers for the same month and offices', async () => {
    const question = parseQuestion({
      ...{ period: 'custom', from: MONTH, to: '2026-10-31', rows: 'office', compare: 'none' },
      figures: ['consignments'],
    });
    const pivot = await getPivot(desk.analyst, question, resolveQuestion(question, '2026-11-02'));
    const explored = figureAt(pivot, 'consignments', { row: TOTAL, column: TOTAL });
    const { month, rows } = await listScorecards(desk.supervisor, NOW);
    expect(month).toBe(MONTH);
    expect(explored).toBeGreaterThan(0n);
    expect(BigInt(rows.reduce((sum, row) => sum + row.counts.consignments, 0))).toBe(explored);
  });

  it('hold for each reader what went to the own offices alone', async () => {
    const of = async (offices: readonly string[]) =>
      (await listScorecards({ ...desk.supervisor, officeIds: offices }, NOW)).rows.reduce(
        (sum, row) => sum + row.counts.consignments,
        0,
      );
    const [here, there, both] = [await of(['NLRTM']), await of(['BELGG']), await of(['NLRTM', 'BELGG'])];
    expect(Math.min(here, there)).toBeGreaterThan(0);
    expect(here + there).toBe(both);
    expect(await of(['DEHAM'])).toBe(0);
  });

  it('are counted by the system alone', async () => {
    await expect(countPartnerDay(desk.supervisor, MONTH)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(sumPartnerMonth(desk.supervisor, MONTH)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(countDueMonths(desk.supervisor)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('The job', () => {
  const countedAt = async (day: string) =>
    (await db().select().from(countedDays).where(eq(countedDays.day, day)))[0]?.countedAt?.toISOString();
  const first = async () =>
    (
      await db().execute<{ day: string }>(
        sql`select max(received_on)::text as day from clearance.clearances where received_on < '2026-10-20'`,
      )
    ).rows[0]?.day ?? '';

  it('counts every day once, and then young days alone', async () => {
    await db().delete(countedDays);
    const all = await countDueMonths(SYSTEM_ACTOR, { at: NOW });
    expect(all).toBeGreaterThan(80);
    expect(await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(0.5) })).toBe(0);
    expect(await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(1) })).toBe(3);
  });

  it('counts a finished day anew when something of it changed', async () => {
    const day = await first();
    const before = await countedAt(day);
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(25) });
    expect(await countedAt(day)).toBe(before);
    await db().execute(sql`insert into clearance.events (consignment_id, received_on, event_id, at, kind, actor_id, actor_name)
      select consignment_id, received_on, ${randomUUID()}::uuid, ${hoursLater(26).toISOString()}::timestamptz, 'updated', ${randomUUID()}::uuid, 'S'
      from clearance.clearances where received_on = ${day} limit 1`);
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(27) });
    expect(await countedAt(day)).toBe(hoursLater(27).toISOString());
  });

  it('notes a day that cannot be counted, goes on with the others, and counts it when it can', async () => {
    const day = await first();
    await db().delete(countedDays);
    await db().execute(sql`update consignment.consignments set warnings = '{}'::jsonb where received_on = ${day}`);
    const monthOfDay = `${day.slice(0, 7)}-01`;
    const sumsOf = async (month: string) => db().select().from(partnerMonths).where(eq(partnerMonths.month, month));
    const stood = await sumsOf(monthOfDay);
    expect(stood.length).toBeGreaterThan(0);
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(30) });
    // The sum before stands rather than one without that day; other months are summed.
    expect(await sumsOf(monthOfDay)).toEqual(stood);
    expect((await sumsOf('2026-09-01')).every(({ countedAt }) => countedAt >= hoursLater(30))).toBe(true);
    const [noted] = await db().select().from(countedDays).where(eq(countedDays.day, day));
    expect(noted).toMatchObject({ countedAt: null, failedAt: hoursLater(30) });
    expect(noted?.failure).not.toBe('');
    expect(await db().$count(countedDays)).toBeGreaterThan(80);
    await db().execute(sql`update consignment.consignments set warnings = '[]'::jsonb where received_on = ${day}`);
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(32) });
    const [mended] = await db().select().from(countedDays).where(eq(countedDays.day, day));
    expect(mended).toMatchObject({ countedAt: hoursLater(32), failedAt: null, failure: null });
    expect(await db().$count(partnerDays, eq(partnerDays.day, day))).toBeGreaterThan(0);
    expect((await sumsOf(monthOfDay)).every(({ countedAt }) => countedAt >= hoursLater(32))).toBe(true);
  });

  it('sums up no month that it was stopped in, and each that it has passed', async () => {
    await db().delete(countedDays);
    await db().delete(partnerMonths);
    const stop = new AbortController();
    stop.abort();
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(40), signal: stop.signal });
    expect(await db().$count(partnerMonths)).toBe(0);
    await countDueMonths(SYSTEM_ACTOR, { at: hoursLater(41) });
    expect(new Set((await db().select().from(partnerMonths)).map(({ month }) => month)).size).toBeGreaterThan(2);
  });
});

import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { checkStatistics, fillCubes, recomputeStatistics } from '@/db/commands/statistics/recompute';
import { db } from '@/db/connection';
import { answeringCube } from '@/db/queries/statistics/filled-cube';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { seededRandom } from '@/lib/kernel/prng';
import { TOTAL } from '@/lib/statistics/pivot';
import { dimensionsAsked, parseQuestion, resolveQuestion } from '@/lib/statistics/question';
import {
  aConsignment,
  byChannel,
  consignmentsLike,
  inLane,
  type Placed,
  receivedAt,
  withItems,
} from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { amend, examine, putInLane, releaseAfter, reopen, withdraw } from './ledger';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const today = dayOf(NOW);
const days = [0, 1, 2].map((back) => addDays(today, -back));
const number = async (query: ReturnType<typeof sql>) => Number((await db().execute<{ n: string }>(query)).rows[0]?.n);
const waiting = () => number(sql`select count(*) as n from statistics.contributions`);

async function foldAll(): Promise<void> {
  while ((await foldContributions(SYSTEM_ACTOR)) > 0);
}

describe('the statistics', () => {
  it('equal the ledger at every moment, through random changes and folds at random moments', async () => {
    const random = seededRandom(20_261_102);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const placed: Placed[] = [];
    for (let step = 0; step < 60; step += 1) {
      if (placed.length < 6 || random() < 0.25) {
        const day = pick([0, 1, 2]);
        placed.push(
          ...(await consignmentsLike(
            desk,
            1 + Math.floor(random() * 4),
            receivedAt(new Date(NOW.getTime() - day * 86_400_000)),
            inLane(pick(['green', 'yellow', 'red']), pick(['score', 'random', 'mandatory'])),
            byChannel(pick(['post', 'express'])),
            withItems({ commodityCode: pick(['610910', '851713', null]) }, { originCountry: pick(['CN', 'TR', null]) }),
          )),
        );
      }
      const some = placed.filter(() => random() < 0.3);
      const act = pick(['release', 'reopen', 'withdraw', 'examine', 'lane', 'amend', 'fold', 'part'] as const);
      if (act === 'release') await releaseAfter(some, Math.floor(random() * 400_000));
      if (act === 'reopen') await reopen(some);
      if (act === 'withdraw') await withdraw(some);
      if (act === 'examine') await examine(some, pick(['conform', 'finding', 'not_done']));
      if (act === 'lane') await putInLane(some, pick(['green', 'yellow', 'red']));
      if (act === 'amend') await amend(some, pick(['CN', 'VN', null]), Math.floor(random() * 90_000));
      if (act === 'fold') await foldAll();
      if (act === 'part') await foldContributions(SYSTEM_ACTOR, 3);
      if (step % 10 === 9) {
        for (const day of days) {
          const check = await checkStatistics(SYSTEM_ACTOR, day);
          expect(check.differences).toEqual([]);
          expect(check.disagreeingCubes).toEqual([]);
        }
      }
    }
    await foldAll();
    expect(await waiting()).toBe(0);
    for (const day of days) {
      const check = await checkStatistics(SYSTEM_ACTOR, day);
      expect(check).toMatchObject({ differences: [], disagreeingCubes: [] });
      expect(check.consignments).toBeGreaterThan(0);
    }
    const byCube = await db().execute<{ cube: string; items: number; consignments: number; withdrawn: number }>(
      sql`select cube, sum(items)::int as items, sum(consignments)::int as consignments, sum(withdrawn)::int as withdrawn from statistics.cells group by cube`,
    );
    expect(new Set(byCube.rows.map((row) => `${row.items} ${row.consignments} ${row.withdrawn}`)).size).toBe(1);
    const withdrawn = await number(sql`select count(*) as n from clearance.clearances where status = 'withdrawn'`);
    expect(withdrawn).toBeGreaterThan(0);
    expect(byCube.rows[0]).toMatchObject({ withdrawn, consignments: placed.length - withdrawn });
  });

  it('keep no cell that stands for nothing', async () => {
    const [one] = await consignmentsLike(desk, 1);
    await foldAll();
    await releaseAfter(one ? [one] : [], 60);
    await foldAll();
    const empty = sql`select count(*) as n from statistics.cells where items = 0 and consignments = 0 and value_minor = 0 and withdrawn = 0`;
    expect(await number(empty)).toBe(0);
  });

  it('are folded by two workers at once without losing or doubling a row', async () => {
    await consignmentsLike(desk, 30);
    for (const id of await consignmentsLike(desk, 10)) await releaseAfter([id], 100);
    const folds = await Promise.allSettled(Array.from({ length: 6 }, () => foldContributions(SYSTEM_ACTOR, 7)));
    expect(folds.some((fold) => fold.status === 'fulfilled')).toBe(true);
    await foldAll();
    expect(await checkStatistics(SYSTEM_ACTOR, today)).toMatchObject({ differences: [], disagreeingCubes: [] });
  });
});

describe('a recomputation', () => {
  it('finds what was changed behind the back of the statistics, repairs it and leaves an audit row', async () => {
    const { consignmentId } = await aConsignment(desk);
    await foldAll();
    await db().execute(
      sql`update consignment.items set value_minor = value_minor + 777 where consignment_id = ${consignmentId}`,
    );
    await db().execute(sql`delete from statistics.cells where cube = 'origin' and day = ${today}`);
    const found = await checkStatistics(SYSTEM_ACTOR, today);
    expect(found.differences.reduce((sum, cell) => sum + cell.valueMinor, 0n)).toBe(777n);
    expect(found.disagreeingCubes).toEqual(['origin']);

    await recomputeStatistics(SYSTEM_ACTOR, today);
    await foldAll();
    expect(await checkStatistics(SYSTEM_ACTOR, today)).toMatchObject({ differences: [], disagreeingCubes: [] });
    expect(await number(sql`select count(*) as n from audit.log where action = 'statistics.recompute'`)).toBe(1);
  });

  it('fills a cube that came with an upgrade over every day, also those that were partly folded, and nothing is read from it before', async () => {
    await foldAll();
    const [question, analyst] = [parseQuestion({ rows: 'lane' }), desk.analyst];
    const resolved = resolveQuestion(question, today);
    const sums = async () => (await getPivot(analyst, question, resolved)).sums(TOTAL, TOTAL).items;
    const whole = await sums();
    expect(whole).toBeGreaterThan(0n);
    expect(await answeringCube(analyst, dimensionsAsked(question))).toBe('total');
    // As after an upgrade: the cube is unknown, and what was folded since stands in it alone.
    await db().execute(sql`delete from statistics.filled_cubes where cube = 'total'`);
    await db().execute(sql`delete from statistics.cells where cube = 'total'`);
    await consignmentsLike(desk, 1);
    await foldAll();
    expect(await sums()).toBe((whole ?? 0n) + 1n);
    expect(await answeringCube(analyst, dimensionsAsked(question))).not.toBe('total');

    // Stopped before the first day, it goes on with it.
    expect(await fillCubes(SYSTEM_ACTOR, AbortSignal.abort())).toBe(0);
    expect(await answeringCube(analyst, dimensionsAsked(question))).not.toBe('total');
    expect(await fillCubes(SYSTEM_ACTOR, new AbortController().signal)).toBeGreaterThanOrEqual(days.length);
    expect(await fillCubes(SYSTEM_ACTOR, new AbortController().signal)).toBe(0);
    for (const day of days) expect((await checkStatistics(SYSTEM_ACTOR, day)).disagreeingCubes).toEqual([]);
    expect(await answeringCube(analyst, dimensionsAsked(question))).toBe('total');
    expect(await sums()).toBe((whole ?? 0n) + 1n);
  });

  it('is background work and refused to everybody else', async () => {
    await expect(recomputeStatistics(desk.supervisor, today)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(checkStatistics(desk.analyst, today)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(fillCubes(desk.analyst, new AbortController().signal)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(foldContributions(desk.analyst)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { exportOverlaps, exportYields } from '@/db/queries/statistics/export-yields';
import { getRandomSample } from '@/db/queries/statistics/get-random-sample';
import { getYields } from '@/db/queries/statistics/get-yields';
import { listGoodsItems } from '@/db/queries/statistics/list-goods-items';
import { modelScores, profileHits, profileStandings, selections } from '@/db/schema';
import type { IndicatorCode } from '@/lib/assessment/types';
import type { ResultCode } from '@/lib/clearance/results';
import type { Lane, SelectionReason } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { sampleRate } from '@/lib/statistics/sample-estimate';
import { parseYieldFilter } from '@/lib/statistics/yield-filter';
import { consignmentsLike, inLane, type Placed, withIndicators } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { proposed, second, seen } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { WORDS } from '../../support/exported-file';
import { releaseAfter, withdraw } from './ledger';

useDatabase();
let desk: Desk;
let profileId: string;
let sleeping: string;
const TODAY = dayOf(NOW);

const fired = (...codes: IndicatorCode[]) =>
  withIndicators(codes.map((code) => ({ code, points: 20, values: {}, pointers: [] })));

const placedIn = (lane: Lane, reason: SelectionReason, count: number, ...codes: IndicatorCode[]) =>
  consignmentsLike(desk, count, inLane(lane, reason), fired(...codes));

/** Examined by the desk's officer, ordered at once and recorded half an hour later. */
async function examine(placed: readonly Placed[], resultCode: ResultCode, kind: 'documents' | 'physical' = 'physical') {
  for (const { consignmentId, rowVersion } of placed) {
    const ordered = await orderExamination(desk.officer, { consignmentId, rowVersion, kind }, NOW);
    const corrections =
      resultCode === 'undervalued' ? [{ itemNumber: 1, field: 'value', corrected: '90.00' } as const] : [];
    await recordExaminationResult(
      desk.officer,
      {
        consignmentId,
        rowVersion: ordered.rowVersion,
        examinationId: ordered.examinationId,
        resultCode,
        finding: resultCode === 'conform' ? null : 'As noted',
        corrections,
      },
      minutesLater(30),
    );
  }
}

async function inForce(at: Date): Promise<string> {
  const one = await proposed();
  await approveProfile(second, { ...seen(one), shadowDays: 7 }, at);
  await activateProfile(second, { ...seen(one, 2), days: 60 }, at);
  return one.profileId;
}

const hit = (placed: readonly Placed[], mode: 'active' | 'shadow') =>
  db()
    .insert(profileHits)
    .values(
      placed.map(({ consignmentId, receivedOn }) => ({
        consignmentId,
        receivedOn,
        consignmentVersion: 1,
        profileId,
        version: 1,
        mode,
        hitAt: NOW,
        met: [],
      })),
    );

beforeAll(async () => {
  desk = await aDesk();
  await db().update(profileStandings).set({ state: 'retired' });
  const earlier = new Date(NOW.getTime() - 10 * 86_400_000);
  profileId = await inForce(earlier);
  sleeping = await inForce(earlier);

  const toExamine = await placedIn('red', 'score', 12, 'routing', 'undervaluation');
  await hit(toExamine, 'active');
  await rankByModel(toExamine.slice(4, 10));
  await examine(toExamine.slice(0, 6), 'undervalued');
  await examine(toExamine.slice(6, 9), 'conform');
  await examine(toExamine.slice(9, 10), 'not_found');
  await examine(toExamine.slice(10, 11), 'not_done');
  await releaseAfter(toExamine.slice(11, 12), 60);

  const drawn = await placedIn('red', 'random', 40);
  await examine(drawn.slice(0, 1), 'prohibited');
  await examine(drawn.slice(1), 'conform');

  const papers = await placedIn('yellow', 'score', 4, 'routing');
  await releaseAfter(papers.slice(0, 1), 60);
  await examine(papers.slice(1, 2), 'conform', 'documents');
  await examine(papers.slice(2, 3), 'conform', 'physical');

  await releaseAfter(await placedIn('blue', 'no_capacity', 2), 60);
  // What is released at once, what is withdrawn, and what another office has are in none of it.
  await releaseAfter(await placedIn('blue', 'none', 5, 'stop_word'), 60);
  await withdraw(await placedIn('red', 'score', 3, 'routing'));
  await consignmentsLike({ ...desk, officeId: 'BELGG' }, 2, inLane('red', 'mandatory'));
});

/** Of those, three hold a slot by what the model gave them. */
async function rankByModel(placed: readonly Placed[]) {
  for (const [index, { consignmentId, receivedOn }] of placed.entries()) {
    await db()
      .update(selections)
      .set({ outcome: 'ranked', control: 'physical', worthBasis: index < 3 ? 'chance' : 'score' })
      .where(eq(selections.consignmentId, consignmentId));
    await db()
      .insert(modelScores)
      .values({
        ...{ consignmentId, receivedOn, version: 1, modelVersion: 7, mode: 'active', scoredAt: NOW },
        ...{ logOdds: 0, chance: 0.5, criticalChance: null, rank: 0.9 },
      });
  }
}

const filter = parseYieldFilter({});
const ask = (actor = desk.analyst, params = filter) => getYields(actor, params, resolveFilter(params, TODAY));
const rowOf = (yields: Awaited<ReturnType<typeof ask>>, kind: string, key: string) =>
  yields.rows.find((row) => row.kind === kind && row.key === key);

async function linesOf(lines: AsyncGenerator<string>): Promise<Record<string, string>[]> {
  let text = '';
  for await (const line of lines) text += line;
  return parse(text, { columns: true }) as Record<string, string>[];
}

describe('what selection finds', () => {
  it('tells a finding, a poor rule, goods that were not there and want of capacity apart', async () => {
    const yields = await ask();
    expect(rowOf(yields, 'reason', 'score')?.outcomes).toEqual({
      finding: 6,
      conform: 5,
      not_found: 1,
      not_done: 1,
      unexamined: 1,
      documents: 1,
      open: 1,
    });
    expect(rowOf(yields, 'reason', 'random')).toMatchObject({ examined: 40, findings: 1 });
    expect(rowOf(yields, 'reason', 'mandatory')).toBeUndefined();
    expect(rowOf(yields, 'indicator', 'stop_word')).toBeUndefined();
    expect(yields.total.outcomes.finding).toBe(7);
  });

  it('counts a profile and an indicator by what they met, with time from order to result and charges', async () => {
    const yields = await ask();
    const profile = rowOf(yields, 'profile', profileId);
    expect(profile).toMatchObject({ selected: 12, examined: 9, findings: 6, timed: 11, openCharges: 0 });
    expect(profile?.seconds).toBe(11 * 1_800);
    expect(profile?.extraChargesMinor).toBeGreaterThan(0n);
    // All drawn with one chance: the estimate is the plain share, and the same that the page of the sample gives.
    const sample = sampleRate((await getRandomSample(desk.analyst, filter, resolveFilter(filter, TODAY))).all);
    expect(yields.random).toEqual(sample);
    expect(sample).toMatchObject({ hits: 1, of: 40, rate: 1 / 40 });
    // One finding in the sample gives no more than an upper limit to hold it against.
    expect(profile?.lift).toMatchObject({ value: null, high: null });
    expect(profile?.lift?.low).toBeGreaterThan(1);
    expect(rowOf(yields, 'indicator', 'routing')).toMatchObject({ selected: 16, examined: 11, findings: 6 });
    expect(yields.profiles.get(profileId)).toMatchObject({ title: 'Toys of new senders' });
  });

  it("calls it an officer's choice where the goods were opened though the lane asks for documents", async () => {
    expect(rowOf(await ask(), 'choice', 'officer')).toMatchObject({ selected: 1, examined: 1, findings: 0 });
  });

  it('counts what the model in force ranked into a slot, and nothing that holds one by its score', async () => {
    const { rows } = await ask();
    expect(rows.filter(({ kind }) => kind === 'model')).toMatchObject([
      { key: '7', selected: 3, examined: 3, findings: 2 },
    ]);
  });

  it('counts as want of capacity what found no slot', async () => {
    expect(rowOf(await ask(), 'reason', 'no_capacity')?.outcomes).toMatchObject({ unexamined: 2, documents: 0 });
  });

  it('names rules that meet the same consignments, and what the smaller one finds alone', async () => {
    const { overlaps } = await ask();
    expect(overlaps).toContainEqual({
      a: { kind: 'profile', key: profileId },
      b: { kind: 'indicator', key: 'routing' },
      both: 12,
      findings: 6,
      ofA: 12,
      ofB: 16,
      share: 1,
      onlyA: 0,
    });
  });

  it('names rules in force that met nothing, selected or not', async () => {
    const { dead } = await ask();
    expect(dead).toContainEqual({ kind: 'profile', key: sleeping });
    expect(dead).toContainEqual({ kind: 'indicator', key: 'splitting' });
    expect(dead.map(({ key }) => key)).not.toContain(profileId);
    expect(dead.map(({ key }) => key)).not.toContain('stop_word');
  });

  it('is the same in the file, and in the list a reason leads to', async () => {
    const yields = await ask();
    const file = await linesOf(exportYields(desk.analyst, filter, TODAY, WORDS));
    expect(file.map((line) => [line.kind, line.source, line.selected, line.examined, line.finding])).toEqual(
      yields.rows.map((row) => [row.kind, row.key, row.selected, row.examined, row.findings].map(String)),
    );
    expect(file.find((line) => line.source === profileId)).toMatchObject({
      name: 'Toys of new senders',
      hit_rate: '0.666667',
      filter: 'period=last90',
    });
    const pairs = await linesOf(exportOverlaps(desk.analyst, filter, TODAY, WORDS));
    expect(pairs.map((line) => line.both)).toEqual(yields.overlaps.map(({ both }) => String(both)));
    const listed = parseStatisticsFilter({ period: 'last90', reason: 'score', examination: 'finding' });
    const { totals } = await listGoodsItems(desk.analyst, listed, resolveFilter(listed, TODAY).period, null);
    expect(totals.consignments).toBe(BigInt(rowOf(yields, 'reason', 'score')?.findings ?? -1));
  });
});

describe('who may ask what selection finds', () => {
  it('risk managers, supervisors, auditors and analysts, of their own offices', async () => {
    for (const role of ['risk_manager', 'supervisor', 'auditor', 'analyst'] as const) {
      expect((await ask(someone(role, 'BELGG'))).total.outcomes.open).toBe(2);
    }
    await expect(ask(desk.analyst, parseYieldFilter({ office: 'BELGG' }))).rejects.toBeInstanceOf(NotFoundError);
  });

  it('nobody else', async () => {
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM')]) {
      await expect(ask(actor)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(linesOf(exportYields(actor, filter, TODAY, WORDS))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(linesOf(exportOverlaps(actor, filter, TODAY, WORDS))).rejects.toBeInstanceOf(ForbiddenError);
    }
  });
});

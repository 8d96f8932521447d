import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, withOwnerClient } from '@/db/connection';
import { exportSample } from '@/db/queries/statistics/export-sample';
import { getRandomSample } from '@/db/queries/statistics/get-random-sample';
import { dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { resolveFilter } from '@/lib/statistics/filter';
import { parseYieldFilter } from '@/lib/statistics/yield-filter';
import { byChannel, consignmentsLike, inLane, type Placed, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { WORDS } from '../../support/exported-file';
import { examine, withdraw } from './ledger';

useDatabase();
let desk: Desk;
let drawn: Placed[];
const TODAY = dayOf(NOW);
const filter = parseYieldFilter({});
const ask = (actor = desk.analyst, params = filter) => getRandomSample(actor, params, resolveFilter(params, TODAY));

/** Results of an examination of each, with what they add to the charges. */
const charge = (placed: readonly Placed[], extraMinor: number | null) =>
  db().execute(sql`
    insert into clearance.examinations (consignment_id, examination_id, kind, ordered_by, ordered_by_name, ordered_at,
      result_code, corrections, extra_charges_minor, recorded_by, recorded_by_name, recorded_at)
    select id, gen_random_uuid(), 'physical', gen_random_uuid(), 'A. Kaya', ${NOW.toISOString()}::timestamptz, 'undervalued',
      '[{"itemNumber":1,"field":"value","corrected":"500.00"}]', ${extraMinor}::bigint, gen_random_uuid(), 'A. Kaya', ${NOW.toISOString()}::timestamptz
    from unnest(${sql.param(placed.map(({ consignmentId }) => consignmentId))}::uuid[]) as id`);

beforeAll(async () => {
  desk = await aDesk();
  const post = byChannel('post');
  await consignmentsLike(desk, 150, inLane('green', 'none'), post);
  await consignmentsLike(desk, 8, inLane('blue', 'none'), post);
  drawn = await consignmentsLike(desk, 82, inLane('red', 'random'), post);
  await examine(drawn.slice(0, 20), 'finding');
  await examine(drawn.slice(20, 80), 'conform');
  await charge(drawn.slice(0, 19), 500);
  await charge(drawn.slice(19, 20), null);
  await consignmentsLike(desk, 9, inLane('green', 'none'), byChannel('cargo'), withItems({ value: '400.00' }));
  // Not part of what could be drawn.
  await examine(await consignmentsLike(desk, 6, inLane('red', 'score')), 'finding');
  await consignmentsLike(desk, 3, inLane('red', 'mandatory'));
  await withdraw(await consignmentsLike(desk, 5, inLane('green', 'none')));
  await consignmentsLike({ ...desk, officeId: 'BELGG' }, 2, inLane('green', 'none'));
});

describe('the random sample', () => {
  it('stands for all that nothing else sends to examination, and for nothing else', async () => {
    const { all, apart } = await ask();
    expect(all).toMatchObject({ size: 249, drawn: 82, examined: 80, findings: 20, charged: 19, open: 1 });
    expect(apart).toEqual([
      { reason: 'mandatory', consignments: 3, examined: 0, findings: 0 },
      { reason: 'score', consignments: 6, examined: 6, findings: 6 },
    ]);
  });

  it('gives shares and revenue at risk by channel and class of value, weighted by what they stand for', async () => {
    const { rows } = await ask();
    const post = rows.find(({ channel, valueClass }) => channel === 'post' && valueClass === null);
    expect(post?.estimate.rate?.value ?? 0).toBeCloseTo(20 / 80, 12);
    // Nineteen times 5 euros in the 79 whose charges are known, for 240 consignments.
    expect(post?.estimate.revenueMinor?.value ?? 0).toBeCloseTo((240 * 19 * 500) / 79, 6);
    const cargo = rows.find(({ channel, valueClass }) => channel === 'cargo' && valueClass === '150+');
    expect(cargo?.estimate).toMatchObject({ size: 9, examined: 0, rate: null, revenueMinor: null });
  });

  it('is the same in the file; what is too small for a figure is empty there', async () => {
    let text = '';
    for await (const line of exportSample(desk.analyst, filter, TODAY, WORDS)) text += line;
    const lines = parse(text, { columns: true }) as Record<string, string>[];
    const { rows } = await ask();
    expect(lines.map((line) => [line.could_be_drawn, line.not_compliant])).toEqual(
      rows.map(({ estimate }) => [String(estimate.size), estimate.rate?.value.toFixed(6) ?? '']),
    );
    expect(lines[0]).toMatchObject({ channel: 'all', findings: '20', days_to: TODAY, filter: 'period=last90' });
  });

  it('weighs each case by the chance it was drawn with', async () => {
    const before = (await ask()).all.rate;
    await withOwnerClient((client) =>
      client.query("update risk.assessments set random_probability = '0.04' where consignment_id = any($1)", [
        drawn.slice(0, 20).map(({ consignmentId }) => consignmentId),
      ]),
    );
    const after = (await ask()).all.rate;
    // Findings drawn four times as often stand for a quarter as many: 20 of 25 each, 60 of 100 each.
    expect(before?.value).toBeCloseTo(20 / 80, 12);
    expect(after?.value).toBeCloseTo(20 / 4 / (20 / 4 + 60), 12);
  });

  it('does not stand for what came when no slot was left for a draw', async () => {
    const before = await ask();
    await withOwnerClient((client) =>
      client.query(`update risk.selections set inclusion_probability = 0 where consignment_id in (
        select consignment_id from clearance.clearances where channel = 'cargo' and selection_reason = 'none' limit 4)`),
    );
    const after = await ask();
    expect(after.all.size).toBe(before.all.size - 4);
    expect(after.apart).toEqual([...before.apart, { reason: 'no_draw', consignments: 4, examined: 0, findings: 0 }]);
  });

  it('is told to who may read statistics, of their own offices', async () => {
    for (const role of ['risk_manager', 'supervisor', 'auditor', 'analyst'] as const) {
      expect((await ask(someone(role, 'BELGG'))).all).toMatchObject({ size: 2, drawn: 0, rate: null });
    }
    await expect(ask(desk.analyst, parseYieldFilter({ office: 'BELGG' }))).rejects.toBeInstanceOf(NotFoundError);
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM')]) {
      await expect(ask(actor)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(exportSample(actor, filter, TODAY, WORDS).next()).rejects.toBeInstanceOf(ForbiddenError);
    }
  });
});

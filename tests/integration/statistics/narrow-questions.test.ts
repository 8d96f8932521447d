import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { noteNarrowQuestion } from '@/db/commands/statistics/note-narrow-question';
import { db } from '@/db/connection';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { NARROW_PER_DAY } from '@/lib/statistics/query-set';
import { consignmentsLike, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const TODAY = dayOf(NOW);
beforeAll(async () => {
  desk = await aDesk();
  await consignmentsLike(desk, 12, receivedAt(NOW), withItems({ originCountry: 'CN' }));
  await consignmentsLike(desk, 3, receivedAt(NOW), withItems({ originCountry: 'TR' }));
});

const ask = (actor: Actor, params: Record<string, string>) => {
  const filter = parseStatisticsFilter(params);
  return noteNarrowQuestion(actor, filter, resolveFilter(filter, TODAY), NOW);
};
const notedOf = async (actor: Actor) =>
  (await db().select().from(auditLog).where(eq(auditLog.actorId, actor.id))).map(({ action, details }) => [
    action,
    details.origin,
    details.consignments,
  ]);

it('a question of an analyst about few consignments is noted once a day, and so many different ones are answered', async () => {
  const { analyst, supervisor } = desk;
  await ask(analyst, { period: 'last30' });
  await ask(analyst, { period: 'last30', origin: 'CN' });
  await ask(analyst, { period: 'last30', origin: 'DE' });
  expect(await notedOf(analyst)).toEqual([]);
  const twice = { period: 'last30', origin: 'TR' };
  await Promise.all([ask(analyst, twice), ask(analyst, { ...twice, compare: 'year', grain: 'week' })]);
  expect(await notedOf(analyst)).toEqual([['statistics.ask_narrowly', ['TR'], 3]]);
  await ask(supervisor, twice);
  expect(await notedOf(supervisor)).toEqual([]);
  await expect(ask(desk.officer, twice)).rejects.toThrow(ForbiddenError);
  await expect(ask(analyst, { ...twice, office: 'BELGG' })).rejects.toThrow(NotFoundError);

  const other = someone('analyst', 'NLRTM');
  const different = (back: number) => ({ from: addDays(TODAY, -back), to: TODAY, origin: 'TR' });
  for (let back = 0; back < NARROW_PER_DAY; back += 1) await ask(other, different(back));
  await expect(ask(other, different(NARROW_PER_DAY))).rejects.toThrow(RefusedError);
  await ask(other, different(3));
  await ask(other, { period: 'last30', origin: 'CN' });
  expect(await notedOf(other)).toHaveLength(NARROW_PER_DAY);
});

it('what the page has counted already is judged as it is, and asked for once; of whom nobody counts it is not asked', async () => {
  const other = someone('analyst', 'NLRTM');
  const filter = parseStatisticsFilter({ period: 'last30', origin: 'TR' });
  const resolved = resolveFilter(filter, TODAY);
  let asked = 0;
  const counted = async () => {
    asked += 1;
    return 3n;
  };
  await noteNarrowQuestion(other, filter, resolved, NOW, counted);
  expect(asked).toBe(1);
  expect(await notedOf(other)).toEqual([['statistics.ask_narrowly', ['TR'], 3]]);
  await noteNarrowQuestion(desk.supervisor, filter, resolved, NOW, counted);
  expect(asked).toBe(1);
});

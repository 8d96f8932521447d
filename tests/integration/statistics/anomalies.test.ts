import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledgeAnomaly } from '@/db/commands/statistics/acknowledge-anomaly';
import { findAnomalies } from '@/db/commands/statistics/find-anomalies';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { db } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { judgeDays } from '@/db/jobs/judge-days';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { listAnomalies } from '@/db/queries/statistics/list-anomalies';
import { auditLog, contributions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { DAYS_JUDGED_BY } from '@/lib/statistics/anomaly';
import { anomalyQuestion } from '@/lib/statistics/anomaly-question';
import { type CellRow, contributions as cellsOf } from '@/lib/statistics/contributions';
import { figureAt } from '@/lib/statistics/pivot';
import { resolveQuestion } from '@/lib/statistics/question';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const YESTERDAY = addDays(dayOf(NOW), -1);
const both: Actor = { ...someone('analyst', 'NLRTM'), officeIds: ['NLRTM', 'BELGG'] };

/** Consignments of a day, as one cell of the statistics. */
function counted(count: number, at: { day: string; officeId: string; marketplace: string; origin: string }): CellRow[] {
  const [cell] = cellsOf({
    ...{
      consignmentId: '',
      channel: 'post',
      lane: 'green',
      selectionReason: 'none',
      releaseCategory: 2,
      outcome: 'open',
    },
    ...{ examination: 'none', receivedAt: new Date(`${at.day}T08:00:00Z`), releasedAt: null, dispatchCountry: 'CN' },
    ...{ collectionModel: 'vendor', transactionType: 'sale', valueMinor: 900n, extraChargesMinor: 0n },
    ...{ day: at.day, officeId: at.officeId, marketplace: at.marketplace },
    items: [
      {
        ...{ itemNumber: 1, commodityCode: '610910', originCountry: at.origin, quantity: '1', netMassG: 100 },
        ...{ valueMinor: 900n, dutyMinor: 0n, vatMinor: 0n, isPrincipal: true },
      },
    ],
  });
  return cell && count > 0 ? [{ ...cell, consignments: count, items: count }] : [];
}

/** Nine weeks of two offices that are all alike, but for what is planted on the last day. */
function nineWeeks(planted: { bazaar: number; fresh: number }): CellRow[] {
  return Array.from({ length: DAYS_JUDGED_BY + 1 }, (_, back) => addDays(YESTERDAY, -back)).flatMap((day, back) => {
    const at = (officeId: string, marketplace: string, origin: string) => ({ day, officeId, marketplace, origin });
    const usual = 20 + (back % 3);
    return [
      ...counted(back === 0 ? planted.bazaar : usual, at('NLRTM', 'Bazaar', 'TR')),
      ...counted(usual, at('NLRTM', 'Agora', 'CN')),
      ...counted(usual, at('BELGG', 'Agora', 'CN')),
      ...counted(back === 0 ? planted.fresh : 0, at('BELGG', 'Agora', 'VN')),
    ];
  });
}

beforeAll(async () => {
  desk = await aDesk();
  const cells = nineWeeks({ bazaar: 120, fresh: 15 });
  await inTransaction((tx) =>
    insertSet(
      tx,
      contributions,
      cells.map((cell) => ({ id: crypto.randomUUID(), ...cell })),
    ),
  );
  while ((await foldContributions(SYSTEM_ACTOR)) > 0);
  await judgeDays(new AbortController().signal, NOW);
});

const openOf = async (actor = both) => (await listAnomalies(actor, { isOpen: true })).rows;

describe('days that were judged', () => {
  it('tell of a marketplace that jumps and an origin that appears, by office and together, with what moved with them', async () => {
    const rows = await openOf();
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set([YESTERDAY]));
    const told = rows.map(
      ({ officeIds, watched, member, kind }) => `${officeIds.join('+')} ${watched} ${member} ${kind}`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        'NLRTM marketplace Bazaar jump',
        'BELGG+NLRTM marketplace Bazaar jump',
        'NLRTM origin TR jump',
        'BELGG origin VN appears',
      ]),
    );
    expect(told.filter((line) => line.includes('Agora') && line.startsWith('NLRTM'))).toEqual([]);
    const bazaar = rows.find(({ officeIds, member }) => officeIds.length === 1 && member === 'Bazaar');
    expect(bazaar).toMatchObject({ observed: 120, low: 20, high: 22 });
    expect(bazaar?.behind).toContainEqual({ by: 'origin', member: 'TR', share: 1 });
  });

  it('are judged once, and each noted in the audit log', async () => {
    expect(await findAnomalies(SYSTEM_ACTOR, YESTERDAY)).toBeNull();
    const noted = await db().select().from(auditLog).where(eq(auditLog.action, 'statistics.judge'));
    expect(noted.length).toBe(28);
    expect(noted.find(({ subjectId }) => subjectId === YESTERDAY)?.details).toEqual({
      results: (await openOf()).length,
    });
    await expect(findAnomalies(desk.analyst, YESTERDAY)).rejects.toThrow(ForbiddenError);
  });

  it('say of a count what the explorer says of it', async () => {
    for (const row of await openOf()) {
      const question = anomalyQuestion(row);
      const pivot = await getPivot(both, question, resolveQuestion(question, dayOf(NOW)));
      const day = { kind: 'member', key: row.day } as const;
      const whole = { kind: 'total', key: '*' } as const;
      expect(figureAt(pivot, 'consignments', { row: day, column: whole })).toBe(BigInt(row.observed));
    }
  });

  it('are of the offices one sees, and page by page all of them', async () => {
    const own = await openOf(desk.analyst);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ officeIds }) => officeIds.join() === 'NLRTM')).toBe(true);
    const all = await openOf();
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listAnomalies(both, { isOpen: true, after, limit: 2 });
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    await expect(listAnomalies(desk.officer, { isOpen: true })).rejects.toThrow(ForbiddenError);
  });
});

describe('an unusual day is acknowledged', () => {
  it('with a note, by one of two who try at once, and leaves its audit row', async () => {
    const [first] = await openOf(desk.analyst);
    const input = { anomalyId: first?.id ?? '', note: ' A sale of theirs ' };
    const tried = await Promise.allSettled([
      acknowledgeAnomaly(desk.analyst, input, NOW),
      acknowledgeAnomaly(desk.supervisor, input, NOW),
    ]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reasons: [{ code: 'changed_meanwhile' }] },
    });
    const { rows } = await listAnomalies(desk.analyst, { isOpen: false });
    expect(rows.find(({ id }) => id === first?.id)).toMatchObject({ note: 'A sale of theirs', acknowledgedAt: NOW });
    expect((await openOf(desk.analyst)).map(({ id }) => id)).not.toContain(first?.id);
    const noted = await db().select().from(auditLog).where(eq(auditLog.subjectId, input.anomalyId));
    expect(noted).toMatchObject([{ action: 'statistics.acknowledge', reason: 'A sale of theirs' }]);
  });

  it('by nobody of another role or office, and with no book of a note', async () => {
    const [row] = await openOf(desk.analyst);
    const input = { anomalyId: row?.id ?? '', note: '' };
    for (const actor of [desk.officer, desk.partner, someone('auditor', 'NLRTM')])
      await expect(acknowledgeAnomaly(actor, input)).rejects.toThrow(ForbiddenError);
    await expect(acknowledgeAnomaly(someone('analyst', 'BELGG'), input)).rejects.toThrow(NotFoundError);
    await expect(acknowledgeAnomaly(desk.analyst, { ...input, note: 'x'.repeat(501) })).rejects.toThrow(
      InvalidInputError,
    );
  });
});

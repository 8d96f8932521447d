import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { runDemo } from '@/db/demo/run-demo';
import { findPublished, listPublished } from '@/db/queries/publication/published';
import { submissions, vintages } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { endOfDay } from '@/lib/kernel/dates';
import { SUM } from '@/lib/publication/datasets';
import { useDatabase } from '../../support/database';

useDatabase();
const MONTH = '2026-10';

beforeAll(async () => {
  await inTransaction(seedReference);
  // Over the whole of a month, its release, what partners correct afterwards, and the release of the revision.
  await runDemo({ consignments: 3_000, days: 77, seed: 1, endAt: new Date('2026-12-16T12:00:00Z') }, () => undefined);
});

it('the demo revises a published month after partners corrected it, and both states are read as published on a day', async () => {
  const corrections = await db()
    .select({
      status: submissions.status,
      quarantined: submissions.recordsQuarantined,
      updated: submissions.recordsUpdated,
    })
    .from(submissions)
    .where(eq(submissions.receivedAt, new Date('2026-11-25T07:00:00Z')));
  expect(corrections.length).toBeGreaterThan(2);
  expect(corrections.every(({ status }) => status === 'finished')).toBe(true);
  // Faults that the stream has on purpose come back with what is sent again.
  expect(corrections.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBeLessThan(5);
  expect(corrections.reduce((sum, { updated }) => sum + updated, 0)).toBeGreaterThan(50);

  const released = (await listPublished()).filter(({ month }) => month === MONTH);
  expect(released.map(({ number }) => number)).toEqual([2, 1]);
  const [revision, first] = released;
  expect(first?.publishedAt).toEqual(new Date('2026-11-15T09:00:00Z'));
  expect(revision?.publishedAt).toEqual(new Date('2026-12-15T09:00:00Z'));
  expect(revision?.note).toContain('left out');

  const totalOn = async (day: string) => {
    const vintage = await findPublished('imports', { month: MONTH, publishedBy: endOfDay(day) });
    const [value, items, mass] = vintage?.table.figuresOf(SUM, SUM) ?? [];
    return { number: vintage?.number, value, items, mass: Number(mass) };
  };
  const [then, now] = [await totalOn('2026-11-20'), await totalOn('2026-12-15')];
  expect([then.number, now.number]).toEqual([1, 2]);
  expect(now.mass).toBeGreaterThan(then.mass);

  const frozen = await db().select().from(vintages).where(eq(vintages.month, MONTH)).orderBy(asc(vintages.number));
  expect(frozen).toHaveLength(2);
});

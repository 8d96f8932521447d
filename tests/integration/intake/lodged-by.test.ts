import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { lodgedBy } from '@/db/queries/intake/lodged-by';
import { LOOKED_THROUGH } from '@/db/queries/intake/records-page';
import { submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let submissionId: string;
const referencesFor = async (actor: Actor, after = 0) =>
  (await lodgedBy(actor, submissionId, after)).rows.map(({ reference }) => reference);

beforeAll(async () => {
  desk = await aDesk();
  submissionId = await sendSubmission(
    desk.partner,
    csvOf([
      { reference: 'L-1' },
      { reference: 'L-2', office: 'BELGG' },
      { reference: 'L-3', value: 'x' },
      { reference: 'L-4', description: 'Switchblade knife, spring opening', commodity_code: '821193' },
    ]),
  );
});

it('a submission shows its sender all it brought, in the words a sender is told', async () => {
  const { rows, next } = await lodgedBy(desk.partner, submissionId, 0);
  expect(next).toBeNull();
  expect(rows).toMatchObject([
    { recordNumber: 1, reference: 'L-1', version: 1, standing: { of: 'sender', status: 'released' } },
    { recordNumber: 2, reference: 'L-2' },
    { recordNumber: 4, reference: 'L-4', standing: { of: 'sender', status: 'under_control' } },
  ]);
});

it('staff see those of their own offices, in the words of the office', async () => {
  const { rows } = await lodgedBy(desk.officer, submissionId, 0);
  expect(rows).toMatchObject([
    { reference: 'L-1', standing: { of: 'office', status: 'released' } },
    { reference: 'L-4', standing: { of: 'office', status: 'selected' } },
  ]);
  expect(await referencesFor(someone('supervisor', 'BELGG'))).toEqual(['L-2']);
  expect(await referencesFor(someone('officer', 'DEFRA'))).toEqual([]);
});

it('another partner, and who may see no consignments, see none; who may not see submissions is refused', async () => {
  expect(await referencesFor((await aDesk()).partner)).toEqual([]);
  expect(await referencesFor({ ...someone('admin', ''), officeId: null, officeIds: [] })).toEqual([]);
  await expect(lodgedBy(desk.analyst, submissionId, 0)).rejects.toThrow(ForbiddenError);
});

it('a page goes on after the record the one before ended at, and a consignment brought twice stands once', async () => {
  expect(await referencesFor(desk.partner, 2)).toEqual(['L-4']);
  const rows = Array.from({ length: 25 }, (_, index) => ({ reference: `P-${index + 1}` }));
  submissionId = await sendSubmission(desk.partner, csvOf(rows));
  const first = await lodgedBy(desk.partner, submissionId, 0);
  expect(first.rows).toHaveLength(20);
  expect(first.next).toBe(20);
  expect(await referencesFor(desk.partner, 20)).toEqual(['P-21', 'P-22', 'P-23', 'P-24', 'P-25']);
});

it('tells by where the next page begins nothing of records of other offices', async () => {
  const lastRecord = 3 * LOOKED_THROUGH;
  const nextFor = async (actor: Actor) => {
    const pages: number[] = [];
    for (let next: number | null = 0; next !== null; ) {
      next = (await lodgedBy(actor, submissionId, next)).next;
      if (next !== null) pages.push(next);
    }
    return pages;
  };
  // The second time it is unchanged and brings no version: a page of twenty ends at record 21.
  const own = { reference: 'C-1' };
  const foreign = Array.from({ length: 25 }, (_, index) => ({ reference: `C-BE-${index}`, office: 'BELGG' }));
  for (const rows of [[own], [own, ...foreign]]) {
    submissionId = await sendSubmission(desk.partner, csvOf(rows));
    expect((await lodgedBy(desk.officer, submissionId, 0)).next).toBeNull();
  }
  await db().update(submissions).set({ lastRecord }).where(eq(submissions.id, submissionId));
  const pages = [LOOKED_THROUGH, 2 * LOOKED_THROUGH];
  expect(await nextFor(desk.officer)).toEqual(pages);
  expect(await nextFor(desk.partner)).toEqual([21, 21 + LOOKED_THROUGH, 21 + 2 * LOOKED_THROUGH]);
  expect(await nextFor(someone('officer', 'DEFRA'))).toEqual([]);
});

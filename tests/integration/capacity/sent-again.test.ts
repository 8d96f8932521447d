import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { selections } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { planned } from '../../support/a-capacity-plan';
import { aDesk, type Desk } from '../../support/a-desk';
import { expectStatisticsToAgree, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let day = 1;
beforeAll(async () => {
  desk = await aDesk();
});
// Each test has two days of its own, whose slots are free.
beforeEach(() => {
  day += 2;
});

const OTHER_OFFICE = 'BELGG';
const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const arrival = (later = 0) => new Date(Date.now() + (day + later) * 86_400_000).toISOString();
const send = (rows: readonly Readonly<Record<string, string>>[]) => sendSubmission(desk.partner, csvOf(rows));
/** Worth 0.43, 0.57: documents. */
const doubtful = (reference: string, changes: Readonly<Record<string, string>> = {}) => ({
  ...{ reference, expected_arrival_at: arrival(), sender_name: `Maker of ${reference}` },
  ...{ recipient_name: `Buyer of ${reference}`, recipient_address: `${reference} Street` },
  ...{ description: 'AC-1184', value: '60.00', ...changes },
});
const moreDoubtful = (reference: string) => doubtful(reference, { value: '149.00' });
const selectionOf = async (reference: string) =>
  (
    await db()
      .select()
      .from(selections)
      .where(eq(selections.consignmentId, idOf(reference)))
  )[0];
const kindsOf = async (reference: string) => (await timelineOf(idOf(reference))).map(({ kind }) => kind);
/** As a profile that sees to papers selected it, where its score calls for an examination. */
const withPapersSeenTo = (reference: string, laneAssigned: 'yellow' | 'red') =>
  db()
    .update(selections)
    .set({ outcome: 'mandatory', floor: 'yellow', laneAssigned, rank: null, places: null })
    .where(eq(selections.consignmentId, idOf(reference)));

/** One released for want of a slot on the day, and a slot of that day that comes free afterwards. */
async function leftOut(prefix: string) {
  await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
  await send([moreDoubtful(`${prefix}-1`), doubtful(`${prefix}-2`)]);
  expect(await standing(idOf(`${prefix}-2`))).toMatchObject({ status: 'released', selectionReason: 'no_capacity' });
  await planned(desk.officeId, { documents: 2, nii: 0, physical: 0 });
}

describe('what is sent again', () => {
  it('for another day is selected there, once, though a slot of the old day is free', async () => {
    await leftOut('A');
    await send([doubtful('A-2', { expected_arrival_at: arrival(1) }), doubtful('A-3')]);
    expect(await selectionOf('A-2')).toMatchObject({
      ...{ version: 2, outcome: 'ranked', control: 'documents', controlOn: dayOf(new Date(arrival(1))) },
    });
    expect(await kindsOf('A-2')).not.toContain('given_slot');
    expect(await standing(idOf('A-2'))).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    // The slot of the old day is that of who comes for it.
    expect(await selectionOf('A-3')).toMatchObject({ outcome: 'ranked', controlOn: dayOf(new Date(arrival())) });
    await expectStatisticsToAgree();
  });

  it('to another office is selected there, once, though the old one has a slot free', async () => {
    await leftOut('B');
    await send([doubtful('B-2', { office: OTHER_OFFICE }), doubtful('B-3')]);
    expect(await selectionOf('B-2')).toMatchObject({ version: 2, officeId: OTHER_OFFICE, outcome: 'ranked' });
    expect(await kindsOf('B-2')).not.toContain('given_slot');
    expect(await standing(idOf('B-2'))).toMatchObject({ officeId: OTHER_OFFICE, status: 'selected' });
    expect(await selectionOf('B-3')).toMatchObject({ outcome: 'ranked', officeId: desk.officeId });
    await expectStatisticsToAgree();
  });

  it('keeps papers that are seen to, and is not moved by its own batch, though an examination is free', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 1 });
    await send([doubtful('C-1')]);
    await withPapersSeenTo('C-1', 'red');
    await send([doubtful('C-1', { value: '61.00' }), moreDoubtful('C-2')]);
    expect(await selectionOf('C-1')).toMatchObject({ outcome: 'mandatory', control: 'documents' });
    expect(await standing(idOf('C-1'))).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    expect(await kindsOf('C-1')).not.toContain('control_changed');
    // It takes its slot all the same: none is left for what comes beside it.
    expect(await selectionOf('C-2')).toMatchObject({ outcome: 'no_capacity', control: null });
    await expectStatisticsToAgree();
  });

  it('to another office with papers that are seen to takes a slot there, and the least worthy gives way at once', async () => {
    await planned(OTHER_OFFICE, { documents: 1, nii: 0, physical: 0 });
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send([doubtful('D-1'), doubtful('D-2', { office: OTHER_OFFICE })]);
    expect(await standing(idOf('D-2'))).toMatchObject({ status: 'selected' });
    await withPapersSeenTo('D-1', 'yellow');
    await send([doubtful('D-1', { office: OTHER_OFFICE, value: '61.00' })]);
    expect(await selectionOf('D-1')).toMatchObject({
      ...{ officeId: OTHER_OFFICE, outcome: 'mandatory', control: 'documents' },
    });
    expect(await standing(idOf('D-2'))).toMatchObject({ status: 'released', selectionReason: 'no_capacity' });
    expect((await kindsOf('D-2')).at(-1)).toBe('gave_way');
    await expectStatisticsToAgree();
    const { rows } = await db().execute(sql`select 1 from ${selections} where office_id = ${OTHER_OFFICE}
      and control_on = ${dayOf(new Date(arrival()))} and control = 'documents'`);
    expect(rows).toHaveLength(1);
  });
});

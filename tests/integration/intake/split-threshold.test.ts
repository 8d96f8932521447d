import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoAsItStands } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { correctedCharges } from '@/db/queries/consignment/corrected-charges';
import { declaredRecords } from '@/db/queries/consignment/declared-record';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments, clearances, consignments } from '@/db/schema';
import { chargedOf } from '@/lib/assessment/charged';
import { dayOf } from '@/lib/kernel/dates';
import { ukMessage } from '../../contract/intake/xml-messages';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { cancellation, idOf, LODGER, OTHER, pairTotals, put, seedPartners, WAITING } from '../../support/lodged';
import { someone } from '../../support/a-desk';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const officer = someone('officer', 'NLRTM');
const part = (reference: string, value = '60.00', more: Readonly<Record<string, string>> = {}) => ({
  reference,
  value,
  recipient_name: 'Split Person',
  recipient_address: 'Parted Lane 7',
  recipient_postcode: '3011 ZZ',
  ...more,
});

async function dutyOf(reference: string) {
  const [row] = await db()
    .select()
    .from(assessments)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, assessments.consignmentId), eq(consignments.version, assessments.version)),
    )
    .where(eq(assessments.consignmentId, idOf(reference)));
  if (!row) throw new Error(`no ${reference}`);
  const values = row.assessments.chargeLines[0]?.working.values;
  return { duty: row.assessments.dutyMinor, total: values?.togetherTotal, facts: row.consignments.chargeFacts };
}

describe('Parts of one order that come on one day', () => {
  it('bear the tariff from the one that shows the split on, tested with all that came before, whole batch or not', async () => {
    await sendSubmission(LODGER, csvOf([part('S-1')]));
    await sendSubmission(LODGER, csvOf([part('S-2'), part('S-3'), part('S-4', '61.00')]));
    expect(await dutyOf('S-1')).toMatchObject({ duty: 300n, facts: null });
    expect(await dutyOf('S-2')).toMatchObject({ duty: 300n, facts: null });
    expect(await dutyOf('S-3')).toMatchObject({ duty: 720n, total: '180.00' });
    expect(await dutyOf('S-4')).toMatchObject({ duty: 732n, total: '241.00' });
    expect((await dutyOf('S-4')).facts?.split).toMatchObject({ by: 'recipient', consignments: 3 });
    await expectStatisticsToAgree();
  });

  it('are named to who may see them, and counted to others; the earlier ones name the later', async () => {
    const { beside } = await getConsignment(officer, idOf('S-3'));
    expect(beside.testedWith).toMatchObject({ named: [{ reference: 'S-1' }, { reference: 'S-2' }], unnamed: 0 });
    expect(beside.laterTestedWith).toMatchObject({ named: [{ reference: 'S-4' }] });
    await db()
      .update(clearances)
      .set({ officeId: 'BELGG' })
      .where(eq(clearances.consignmentId, idOf('S-1')));
    const seen = await getConsignment(officer, idOf('S-3'));
    expect(seen.beside.testedWith).toMatchObject({ named: [{ reference: 'S-2' }], unnamed: 1 });
  });

  it('of another sender, or of another day, are no parts of it', async () => {
    await sendSubmission(
      LODGER,
      csvOf([part('T-1', '60.00', { recipient_name: 'Other Person', recipient_address: 'Lane 1' })]),
    );
    await sendSubmission(
      OTHER,
      csvOf([
        part('T-2', '60.00', {
          recipient_name: 'Other Person',
          recipient_address: 'Lane 1',
          sender_name: 'Second Sender',
        }),
      ]),
    );
    await sendSubmission(
      LODGER,
      csvOf([
        part('T-3', '60.00', {
          recipient_name: 'Other Person',
          recipient_address: 'Lane 1',
          sender_name: 'Third Sender',
        }),
      ]),
    );
    expect(await dutyOf('T-3')).toMatchObject({ duty: 300n, facts: null });
  });

  it('that are many are counted and added up whole, and the first fifty of them are named', async () => {
    const to = { recipient_name: 'Bulk Person', recipient_address: 'Long Row 5' };
    const references = Array.from({ length: 60 }, (_, index) => `M-${index}`);
    await sendSubmission(LODGER, csvOf(references.slice(0, 30).map((one) => part(one, '50.00', to))));
    await sendSubmission(LODGER, csvOf(references.slice(30).map((one) => part(one, '50.00', to))));
    // One of them again and a further one, in one batch: each counts the other as it is now, and itself never.
    await sendSubmission(LODGER, csvOf([part('M-7', '55.00', to), part('M-60', '50.00', to)]));
    const ids = [...references, 'M-60'].map(idOf).sort();
    const last = (await dutyOf('M-60')).facts?.split;
    expect(last).toMatchObject({ consignments: 60, intrinsicMinor: '300500' });
    expect(last?.ids).toEqual(ids.filter((id) => id !== idOf('M-60')).slice(0, 50));
    const again = (await dutyOf('M-7')).facts?.split;
    expect(again).toMatchObject({ consignments: 59, intrinsicMinor: '295000' });
    expect(again?.ids).toEqual(ids.filter((id) => ![idOf('M-7'), idOf('M-60')].includes(id)).slice(0, 50));
  });

  it('that were withdrawn or undone are no parts of it, until they are lodged again', async () => {
    const to = { recipient_name: 'Left Person', recipient_address: 'Empty Court 3' };
    const send = (...references: string[]) =>
      sendSubmission(LODGER, csvOf(references.map((one) => part(one, '60.00', to))));
    const testedWith = async (reference: string) => (await dutyOf(reference)).facts?.split;
    await send('W-1');
    const together = await send('W-2', 'W-3');
    for (const reference of ['W-1', 'W-2', 'W-3']) await put(reference, WAITING);
    await sendSubmission(LODGER, ukMessage(cancellation('W-1')), 'xml');
    await send('W-4');
    expect(await testedWith('W-4')).toMatchObject({ intrinsicMinor: '12000', ids: ['W-2', 'W-3'].map(idOf).sort() });
    await send('W-1');
    expect(await testedWith('W-1')).toMatchObject({ consignments: 3, intrinsicMinor: '18000', customsMinor: '18000' });
    expect(await undoAsItStands(LODGER, together, {})).toEqual({ withdrawn: 2 });
    await send('W-5');
    const left = {
      consignments: 2,
      intrinsicMinor: '12000',
      customsMinor: '12000',
      ids: ['W-1', 'W-4'].map(idOf).sort(),
    };
    expect(await testedWith('W-5')).toMatchObject(left);
    const { kept, live } = await pairTotals();
    expect(kept).toEqual(live);
  });

  it('sent again with a lower value is tested anew with the others, without itself', async () => {
    await sendSubmission(LODGER, csvOf([part('S-3', '50.00')]));
    const { duty, total, facts } = await dutyOf('S-3');
    expect([duty, total]).toEqual([600n, '231.00']);
    expect(facts?.split?.ids).not.toContain(idOf('S-3'));
  });

  it('come out to the cent when all of them are assessed again as of then', async () => {
    const rows = await db()
      .select()
      .from(assessments)
      .innerJoin(
        consignments,
        and(eq(consignments.consignmentId, assessments.consignmentId), eq(consignments.version, assessments.version)),
      );
    const again = await declaredRecords(
      db(),
      rows.map((row) => row.consignments),
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const { assessments: stored } of rows) {
      const { record, declaredAt } = again.get(stored.consignmentId) ?? {};
      if (!record || !declaredAt) throw new Error('not there');
      const { charges } = chargedOf(record, await policyInForce(db(), dayOf(declaredAt)));
      const lines = charges.lines.map((line) => ({
        ...line,
        baseMinor: `${line.baseMinor}`,
        amountMinor: `${line.amountMinor}`,
      }));
      expect(lines).toEqual(stored.chargeLines);
    }
  });

  it('come out the same when they are corrected: the others are those of the day', async () => {
    const key = await standing(idOf('S-4'));
    const corrections = [{ itemNumber: 1, field: 'value' as const, corrected: '70.00' }];
    expect(await correctedCharges(db(), key, { corrections, duties: [] })).toMatchObject({ dutyMinor: 840n });
  });
});

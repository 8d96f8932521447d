import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { selections } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { planned } from '../../support/a-capacity-plan';
import { aDesk, type Desk } from '../../support/a-desk';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const expected_arrival_at = new Date(Date.now() + 2 * 86_400_000).toISOString();
const row = (reference: string, description: string, commodity_code: string, more: Record<string, string> = {}) => ({
  ...{ reference, description, commodity_code, expected_arrival_at, sender_name: `Maker of ${reference}`, ...more },
});
const pills = row('R-1', 'Melatonin tablets 5 mg, 60 pieces', '300490');
const byWord = row('R-2', 'Vegetable seeds, mixed, 40 sachets', '');
const doubtful = row('R-3', 'AC-1184', '610910', { value: '149.00' });
const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const send = (...rows: readonly Readonly<Record<string, string>>[]) => sendSubmission(desk.partner, csvOf(rows));
const selectionOf = async (reference: string) => {
  const [one] = await db()
    .select()
    .from(selections)
    .where(eq(selections.consignmentId, idOf(reference)));
  return one;
};

describe('restricted goods at an office with few hands', () => {
  it('have their papers checked whatever slots there are, by code and by word, and what is only doubtful gives way', async () => {
    await planned(desk.officeId, { documents: 1, nii: 0, physical: 0 });
    await send(doubtful);
    expect(await standing(idOf('R-3'))).toMatchObject({ status: 'selected', selectionReason: 'score' });
    await send(pills, byWord);
    for (const reference of ['R-1', 'R-2']) {
      expect(await standing(idOf(reference))).toMatchObject({
        ...{ status: 'selected', laneEffective: 'yellow', selectionReason: 'mandatory' },
      });
      expect(await selectionOf(reference)).toMatchObject({
        ...{ outcome: 'mandatory', control: 'documents', floor: 'yellow' },
      });
    }
    expect(await standing(idOf('R-3'))).toMatchObject({ status: 'released', selectionReason: 'no_capacity' });
    await expectStatisticsToAgree();
  });

  it('fall back on their papers where their score asks for an examination that nobody has hands for', async () => {
    const dear = {
      ...row('R-4', 'Melatonin tablets 5 mg, 60 pieces', '300490', { value: '149.00' }),
      gross_mass_kg: '90',
    };
    await send(dear, row('R-5', 'AC-1184', '300490', { value: '149.00', transaction_type: 'gift' }));
    for (const reference of ['R-4', 'R-5']) {
      expect(await selectionOf(reference)).toMatchObject({ control: 'documents', outcome: 'mandatory' });
      expect(await standing(idOf(reference))).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    }
    expect(await selectionOf('R-5')).toMatchObject({ laneAssigned: 'red' });
  });

  it('are not let go by describing them anew', async () => {
    await send({ ...pills, description: 'Cotton T-shirt, knitted, printed', commodity_code: '610910' });
    expect(await standing(idOf('R-1'))).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    await expectStatisticsToAgree();
  });
});

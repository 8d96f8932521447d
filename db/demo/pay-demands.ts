import { and, asc, eq, isNull } from 'drizzle-orm';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { db } from '@/db/connection';
import { clearances, demands } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { paymentReference } from '@/lib/collection/payment-reference';
import { demoOffices } from '@/lib/demo/at-home';
import { dayOf } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import { moneyText } from '@/lib/kernel/money';
import { drawFromHex } from '@/lib/kernel/prng';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { collectorOf } from './work-the-accounts';

/** Of a hundred buyers so many pay the day they are asked; the others a day later, or not before the demo ends. */
const SAME_DAY = 0.8;
const NEXT_DAY = 0.97;

/** The bank's file of the day: what buyers paid for goods that wait, each under the reference they were told. */
export async function payDemands(at: Date, example: ExampleId): Promise<void> {
  const { minorDigits } = EXAMPLE_SETS[example];
  const today = dayOf(at);
  const waiting = await db()
    .select({ demand: demands, reference: clearances.reference })
    .from(demands)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, demands.consignmentId), eq(clearances.receivedOn, demands.receivedOn)),
    )
    .where(and(isNull(demands.settledAt), eq(demands.waitsFor, 'payment'), eq(clearances.status, 'awaiting_payment')))
    .orderBy(asc(demands.demandedAt), asc(demands.consignmentId));
  const paid = waiting.filter(({ demand }) => {
    const draw = drawFromHex(sha256Hex(`pays ${demand.consignmentId}`));
    return draw < (dayOf(demand.demandedAt) === today ? SAME_DAY : NEXT_DAY);
  });
  if (paid.length === 0) return;
  const lines = paid.map(
    ({ demand, reference }) =>
      `${today},${moneyText(demand.amountMinor, minorDigits)},${demand.currency},Buyer of ${reference},${paymentReference(demand.number)}`,
  );
  const text = ['paid_on,amount,currency,payer,reference', ...lines, ''].join('\r\n');
  await readBankFile(collectorOf(demoOffices(example)), { name: `buyers-${today}.csv`, text }, at);
}

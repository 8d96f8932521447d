import { beforeAll, expect, it } from 'vitest';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { balanceOf } from '@/db/queries/collection/balance';
import { reservations } from '@/db/schema';
import { partnerAccount } from '@/lib/collection/accounts';
import { DEMO_OFFICES } from '@/lib/demo/partners';
import { moneyText } from '@/lib/kernel/money';
import { ukMessage } from '../../contract/intake/xml-messages';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { postAll } from '../../support/ledger-balance';
import { cancellation, LODGER, seedPartners, stateOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const officeIds = DEMO_OFFICES.map(({ code }) => code);
const supervisor = { ...someone('supervisor', 'NLRTM', 'C. Lind'), officeIds };
const { accountId } = partnerAccount('operator', LODGER.partnerId ?? '', 'EUR');
/** 14.50 EUR owe 3.00 duty and 21 % of 17.50 = 3.68 VAT. */
const OWED = 668n;

const comes = (reference: string) =>
  sendSubmission(
    LODGER,
    csvOf([{ reference, collection_model: 'operator', recipient_name: reference, recipient_address: reference }]),
  );
const statusOf = async (reference: string) => (await stateOf(reference)).status;
const secure = (minor: bigint, revision: number) => {
  const amount = moneyText(minor, 2);
  return setGuarantee(supervisor, { accountId, revision, amount, reference: 'GRN', validTo: '', reason: 'Authorised' });
};

it('a guarantee has room again the moment goods are withdrawn, posted or not, and who waits takes it before what comes after', async () => {
  await comes('FIRST');
  await postAll(new Date());
  await secure(2n * OWED, 0);
  await comes('GONE');
  await comes('WAITS');
  await postAll(new Date());
  expect(await statusOf('WAITS')).toBe('awaiting_payment');
  await sendSubmission(LODGER, ukMessage(cancellation('GONE')), 'xml');
  await comes('LATER');
  expect(await statusOf('WAITS')).toBe('released');
  expect(await statusOf('LATER')).toBe('awaiting_payment');
  await postAll(new Date());
  expect(await db().select().from(reservations)).toEqual([]);
  expect(await balanceOf(db(), accountId)).toBe(2n * OWED);
  await secure(3n * OWED, 1);
  expect(await statusOf('LATER')).toBe('released');
});

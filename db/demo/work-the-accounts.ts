import { issueStatement } from '@/db/commands/collection/issue-statement';
import { readBankFile } from '@/db/commands/collection/read-bank-file';
import { readReturn } from '@/db/commands/collection/read-return';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { getAccount } from '@/db/queries/collection/get-account';
import { type AccountLine, listAccounts } from '@/db/queries/collection/list-accounts';
import { reconcileSales } from '@/db/queries/collection/reconcile-sales';
import type { ExampleId } from '@/lib/codes/example-ids';
import { lastDayOf, monthAfter, monthOf } from '@/lib/collection/month';
import { paymentReference } from '@/lib/collection/payment-reference';
import { demoOffices } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import { DAY_MS, dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import { moneyText } from '@/lib/kernel/money';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { demoPartnerId } from './partners';

/** Pays late and in part, and so comes to owe more than its guarantee secures. */
const LATE_PAYER = demoPartnerId('meridian-parcel');
const LATE_SHARE = { over: 2n, under: 5n };
/** Of the member state the invented vendors are identified in. */
const VAT_PERCENT = 21n;
/** Guarantees are round sums. */
const ROUND_MINOR = 100_000n;

/** The money of the administration. */
type Own = { readonly currency: string; readonly minorDigits: number };

/** The invented person who keeps the accounts. */
export const collectorOf = (officeIds: readonly string[]): Actor => ({
  kind: 'user',
  id: derivedId('demo-collector'),
  name: 'W. Lorenz',
  role: 'supervisor',
  officeId: officeIds[0] ?? null,
  officeIds: [...officeIds],
  partnerId: null,
  agencyId: null,
  sessionId: null,
});

/**
 * Keeps the accounts of the demo's months: issues each statement, reads the bank's file of what was paid on it, two lines of which name
 * no account, reads what vendors declared, and sets guarantees, one of them below what is owed. Once: a demo that goes on finds it done.
 */
export async function workTheAccounts(firstDay: string, endAt: Date, example: ExampleId): Promise<void> {
  const collector = collectorOf(demoOffices(example));
  const own = EXAMPLE_SETS[example];
  const all = await listAccounts(collector, endAt);
  if (all.length === 0 || all.some(({ closedUntil }) => closedUntil !== null)) return;
  for (let month = monthOf(firstDay); lastDayOf(month) < dayOf(endAt); month = monthAfter(month)) {
    await closeMonth(collector, own, { all, month, endAt });
    await declareMonth(collector, own, { month, endAt });
  }
  await secure(collector, own, new Date(endAt.getTime() - DAY_MS));
}

type Month = { readonly month: string; readonly endAt: Date };

async function closeMonth(
  collector: Actor,
  own: Own,
  { all, month, endAt }: Month & { readonly all: readonly AccountLine[] },
): Promise<void> {
  const next = monthAfter(month);
  const issuedAt = new Date(`${next}-03T09:00:00Z`);
  const readAt = new Date(`${next}-15T09:30:00Z`);
  const lines: string[] = [];
  for (const { accountId, number, holder, partnerId, kind } of all) {
    if (issuedAt > endAt) return;
    const { closingMinor } = await issueStatement(collector, { accountId, month }, issuedAt);
    const isLate = partnerId === LATE_PAYER && kind === 'operator';
    const paidMinor = isLate ? (closingMinor * LATE_SHARE.over) / LATE_SHARE.under : closingMinor;
    if (paidMinor > 0n) lines.push(bankLine(own, next, paidMinor, holder, `${paymentReference(number)} ${month}`));
  }
  if (readAt > endAt || lines.length === 0) return;
  lines.push(bankLine(own, next, 41_250n, 'Oakline Logistics', `Customs charges ${month}`));
  lines.push(bankLine(own, next, 118_990n, 'Harbour Lane Marketplace', 'RF00 H0000000 duties'));
  const text = ['paid_on,amount,currency,payer,reference', ...lines, ''].join('\r\n');
  await readBankFile(collector, { name: `bank-${next}-14.csv`, text }, readAt);
}

const bankLine = (own: Own, month: string, minor: bigint, payer: string, words: string, day = '14') =>
  `${month}-${day},${moneyText(minor, own.minorDigits)},${own.currency},${payer},${words}`;

/** Of the schemes, the largest declares too little and the next one nothing; the others declare what came, and pay it. */
async function declareMonth(collector: Actor, own: Own, { month, endAt }: Month): Promise<void> {
  const next = monthAfter(month);
  const [readAt, paidAt] = [new Date(`${next}-20T10:00:00Z`), new Date(`${next}-26T09:30:00Z`)];
  if (readAt > endAt) return;
  const sales = (await reconcileSales(collector, own.currency, readAt)).filter((one) => one.month === month);
  const rows = sales.flatMap(({ schemeId, borderMinor }, place) => {
    if (place === 1 || borderMinor === null || borderMinor <= 0n) return [];
    const salesMinor = place === 0 ? (borderMinor * 7n) / 10n : borderMinor;
    const vatMinor = (salesMinor * VAT_PERCENT) / 100n;
    return [{ schemeId, salesMinor, vatMinor }];
  });
  if (rows.length === 0) return;
  const text = (minor: bigint) => moneyText(minor, own.minorDigits);
  const lines = rows.map(
    ({ schemeId, salesMinor, vatMinor }) =>
      `${schemeId},${month},${text(salesMinor)},${text(vatMinor)},${own.currency}`,
  );
  const file = ['scheme_id,month,sales_value,vat,currency', ...lines, ''].join('\r\n');
  await readReturn(collector, { name: `returns-${month}.csv`, text: file }, readAt);
  if (paidAt > endAt) return;
  const numbers = new Map((await listAccounts(collector, readAt)).map(({ schemeId, number }) => [schemeId, number]));
  const paid = rows.flatMap(({ schemeId, vatMinor }) => {
    const number = numbers.get(schemeId);
    return number && vatMinor > 0n
      ? [bankLine(own, next, vatMinor, `Scheme ${schemeId}`, paymentReference(number), '25')]
      : [];
  });
  if (paid.length === 0) return;
  const bank = ['paid_on,amount,currency,payer,reference', ...paid, ''].join('\r\n');
  await readBankFile(collector, { name: `bank-${next}-25.csv`, text: bank }, paidAt);
}

async function secure(collector: Actor, own: Own, at: Date): Promise<void> {
  for (const { accountId, number, partnerId, kind, balanceMinor } of await listAccounts(collector, at)) {
    if (kind !== 'operator' && kind !== 'intermediary') continue;
    const isShort = partnerId === LATE_PAYER && kind === 'operator';
    const wishedMinor = isShort ? (balanceMinor * 3n) / 5n : balanceMinor * 2n;
    const amountMinor = (wishedMinor / ROUND_MINOR + 1n) * ROUND_MINOR;
    const { guaranteeRevision: revision } = await getAccount(collector, number, at);
    const reference = `GRN26NL${number}`;
    const input = { accountId, revision, amount: moneyText(amountMinor, own.minorDigits), reference, validTo: null };
    await setGuarantee(collector, { ...input, reason: 'Comprehensive guarantee as authorised' }, at);
  }
}

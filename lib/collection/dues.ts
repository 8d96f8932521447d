import type { ChargeKind } from '@/lib/assessment/types';
import { RELIEF_CODES } from '@/lib/charges/forgone';
import type { CollectionModel } from '@/lib/consignment/codes';
import { borderDebtor, MEMO_ACCOUNTS, OWN_ACCOUNTS } from './accounts';

/** A line of the printed working, as far as the account of a consignment goes by it. */
export type DueLine = {
  readonly kind: ChargeKind;
  readonly itemNumber: number;
  readonly code: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
  /** What the goods would bear if no relief freed them; nothing where none does, or nobody could work it out. */
  readonly forgoneMinor: bigint;
};

/** What a consignment is charged, and by which model that is collected. */
export type Chargeable = {
  readonly isReleased: boolean;
  readonly partnerId: string;
  readonly collectionModel: CollectionModel;
  readonly schemeId: string | null;
  readonly currency: string;
  readonly lines: readonly DueLine[];
  /** What customs found beside what was declared. */
  readonly foundMinor: bigint;
  /** What the outcomes of appeals took off. */
  readonly remittedMinor: bigint;
};

/** What of it a posting is about. */
export const CHARGES = [
  'duty',
  'vat',
  'fee',
  'found',
  'sales',
  'relief',
  'declared',
  'payment',
  'security',
  'remitted',
] as const;
export type Charge = (typeof CHARGES)[number];

/** An amount that stands between two accounts: the first owes it to the second, or is owed it where it is negative. */
export type Due = {
  readonly accountId: string;
  readonly contraId: string;
  readonly charge: Charge;
  readonly amountMinor: bigint;
};

/** Of a relief: what the goods it freed would have borne. Accounts `relief:…` held their value, before that was worked out. */
export const reliefAccount = (code: string, currency: string) => `forgone:${code}:${currency}`;
export const salesAccount = (schemeId: string, currency: string) => `sales:${schemeId}:${currency}`;

/**
 * What a consignment owes now, all of it: nothing before it is released and nothing once that is taken back, so that what was posted and
 * what is due differ by exactly what is to be posted. An amount of nothing is left out.
 */
export function duesOf(goods: Chargeable): Due[] {
  if (!goods.isReleased) return [];
  const { partnerId, collectionModel, schemeId, currency, lines, foundMinor, remittedMinor } = goods;
  const { accountId } = borderDebtor(collectionModel, partnerId, currency);
  const sum = (of: (line: DueLine) => boolean, minor: (line: DueLine) => bigint) =>
    lines.reduce((total, line) => (of(line) ? total + minor(line) : total), 0n);
  const charged = (['duty', 'vat', 'fee'] as const).map((charge) => ({
    accountId,
    contraId: OWN_ACCOUNTS[charge],
    charge,
    amountMinor: sum(
      ({ kind }) => kind === charge,
      ({ amountMinor }) => amountMinor,
    ),
  }));
  const found = { accountId, contraId: OWN_ACCOUNTS.found, charge: 'found' as const, amountMinor: foundMinor };
  const remitted = {
    accountId,
    contraId: OWN_ACCOUNTS.remitted,
    charge: 'remitted' as const,
    amountMinor: -remittedMinor,
  };
  const sold =
    schemeId === null
      ? []
      : [
          {
            accountId: salesAccount(schemeId, currency),
            contraId: MEMO_ACCOUNTS.sales,
            charge: 'sales' as const,
            amountMinor: soldMinor(lines),
          },
        ];
  const relieved = RELIEF_CODES.map((code) => ({
    accountId: reliefAccount(code, currency),
    contraId: MEMO_ACCOUNTS.relief,
    charge: 'relief' as const,
    amountMinor: sum(
      (line) => line.code === code,
      ({ forgoneMinor }) => forgoneMinor,
    ),
  }));
  return [...charged, found, remitted, ...sold, ...relieved].filter(({ amountMinor }) => amountMinor !== 0n);
}

/** Charges of the data of a consignment, in money. */
export const chargedOf = (lines: readonly Pick<DueLine, 'amountMinor'>[]): bigint =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** What stands beside the charges of the data: found by customs, taken off by appeals, secured as long as they are open. */
export type Beside = Pick<Chargeable, 'foundMinor' | 'remittedMinor'> & { readonly securedMinor: bigint };
export const NOTHING_BESIDE: Beside = { foundMinor: 0n, remittedMinor: 0n, securedMinor: 0n };

/**
 * What is to be paid or covered before a consignment leaves, never below nothing. What the security of an appeal covers is owed beside
 * it. Whoever demands, covers or releases goes by this.
 */
export function owedToLeave(chargedMinor: bigint, { foundMinor, remittedMinor, securedMinor }: Beside): bigint {
  const owed = chargedMinor + foundMinor - remittedMinor - securedMinor;
  return owed > 0n ? owed : 0n;
}

/** What a vendor accounts for: the value its tax stands on, without the duty, which is no part of the price. */
function soldMinor(lines: readonly DueLine[]): bigint {
  const sold = lines.filter(({ code }) => code === 'vat_vendor');
  const items = new Set(sold.map(({ itemNumber }) => itemNumber));
  const duty = lines.filter(({ kind, itemNumber }) => kind === 'duty' && items.has(itemNumber));
  const base = sold.reduce((total, { baseMinor }) => total + baseMinor, 0n);
  return duty.reduce((total, { amountMinor }) => total - amountMinor, base);
}

/** Whether an account is one that money is owed on, and no memorandum. */
export const isMoney = (charge: Charge) => charge !== 'sales' && charge !== 'relief';

const keyOf = ({ accountId, contraId, charge }: Due) => [accountId, contraId, charge].join(' ');

/** What must be posted so that what was posted becomes what is due. Nothing that was posted is ever changed. */
export function toPost(posted: readonly Due[], due: readonly Due[]): Due[] {
  const net = new Map<string, Due>();
  const add = (one: Due, sign: 1n | -1n) => {
    const key = keyOf(one);
    net.set(key, { ...one, amountMinor: (net.get(key)?.amountMinor ?? 0n) + sign * one.amountMinor });
  };
  for (const one of due) add(one, 1n);
  for (const one of posted) add(one, -1n);
  return [...net.values()].filter(({ amountMinor }) => amountMinor !== 0n);
}

/** Why something is posted. Stored for years: add, never rename. */
export const POSTING_KINDS = [
  'assessed',
  'corrected',
  'reversed',
  'declared',
  'paid',
  'repaid',
  'secured',
  'security_returned',
  'security_kept',
] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/** What a posting of a consignment is: the first, one that takes everything back, or a difference. */
export function kindOf(posted: readonly Due[], due: readonly Due[]): 'assessed' | 'corrected' | 'reversed' {
  const isPosted = toPost(posted, []).length > 0;
  if (!isPosted) return 'assessed';
  return due.length === 0 ? 'reversed' : 'corrected';
}

/** The two entries of a posting: what is debited is credited, so that entries always sum to nothing. */
export function entriesOf({ accountId, contraId, amountMinor }: Due): readonly { accountId: string; minor: bigint }[] {
  return [
    { accountId, minor: amountMinor },
    { accountId: contraId, minor: -amountMinor },
  ];
}

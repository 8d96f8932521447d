import type { CollectionModel } from '@/lib/consignment/codes';
import { sha256Hex } from '@/lib/kernel/ids';

/**
 * Who can owe. `operator` pays later under a guarantee; `intermediary` pays what it took from buyers by the month; `buyer` stands for the
 * buyers of one partner, who pay before they get the goods; `vendor` pays what its return of a scheme declares.
 */
export const HOLDER_KINDS = ['operator', 'intermediary', 'buyer', 'vendor'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/**
 * Accounts of the administration itself, the other side of every posting: what is owed to it by kind of charge, what it got and gave
 * back, and securities it keeps until an appeal is decided.
 */
export const OWN_ACCOUNTS = {
  duty: 'own:duty',
  vat: 'own:vat',
  fee: 'own:fee',
  found: 'own:found',
  declared: 'own:declared',
  bank: 'own:bank',
  security: 'own:security',
  remitted: 'own:remitted',
} as const;
export type OwnAccount = keyof typeof OWN_ACCOUNTS;

/**
 * Memorandum accounts: values that are counted beside the money, by the same double entry, so that a correction or a return takes them
 * back too. `sales` holds the value of goods that came under a vendor scheme, `relief` what
 * goods that were let in free would have borne.
 */
export const MEMO_ACCOUNTS = { sales: 'memo:sales', relief: 'memo:relief' } as const;

export type Account = {
  readonly accountId: string;
  readonly kind: HolderKind;
  /** The partner who owes; null for a vendor, who is known by the number of the scheme. */
  readonly partnerId: string | null;
  readonly schemeId: string | null;
  readonly currency: string;
};

/** The account of a partner under one model of collection. */
export function partnerAccount(kind: Exclude<HolderKind, 'vendor'>, partnerId: string, currency: string): Account {
  return { accountId: `${kind}:${partnerId}:${currency}`, kind, partnerId, schemeId: null, currency };
}

/** The account of a vendor scheme: what its returns declare is owed on it. */
export function vendorAccount(schemeId: string, currency: string): Account {
  return { accountId: `vendor:${schemeId}:${currency}`, kind: 'vendor', partnerId: null, schemeId, currency };
}

/**
 * Who owes at the border under a model. The vendor of a scheme owes nothing there; duty and fees that are due all the same are owed by
 * who lodged the data, as under the operator model.
 */
export function borderDebtor(model: CollectionModel, partnerId: string, currency: string): Account {
  return partnerAccount(model === 'vendor' ? 'operator' : model, partnerId, currency);
}

/** All accounts that goods of a partner may be owed on at the border. */
export const borderAccounts = (partnerId: string, currency: string): readonly string[] =>
  HOLDER_KINDS.filter((kind) => kind !== 'vendor').map((kind) => partnerAccount(kind, partnerId, currency).accountId);

/** Whether goods leave once they are paid on this account, by the models the law says so of. A vendor's goods owe as an operator's do. */
export function isPaidBefore(accountId: string, models: ReadonlySet<CollectionModel>): boolean {
  const [kind] = accountId.split(':');
  return models.has(kind as CollectionModel);
}

/** A short number for people, the same on every machine: a letter for the kind and eight characters. */
export function accountNumber({ accountId, kind }: Pick<Account, 'accountId' | 'kind'>): string {
  return `${kind.charAt(0).toUpperCase()}${sha256Hex(accountId).slice(0, 8).toUpperCase()}`;
}

/**
 * A second account of what officers can do at one consignment of the yellow lane, free of the database and of the product’s own
 * decisions: the same rules, written again, to be held against the commands.
 */
export const OFFICERS = ['a', 'b', 'c'] as const;
export type OfficerName = (typeof OFFICERS)[number];

export const ACTS = [
  'claim',
  'keep',
  'give_back',
  'release',
  'hold',
  'lift',
  'detain',
  'end_detention',
  'refuse',
  'return',
  'propose',
  'view',
  'approve',
  'reject',
  'undo',
] as const;
export type ActName = (typeof ACTS)[number];

export type Decision = {
  readonly kind: 'release' | 'detain' | 'end_detention' | 'refuse' | 'return' | 'destroy';
  readonly by: OfficerName;
  readonly from: string;
  readonly at: number;
  state: 'proposed' | 'final' | 'rejected' | 'undone';
  isSeconded: boolean;
  openedBy: OfficerName[];
};

/** One consignment with its claim, lease, holds, decisions, and what timeline and audit log must tell. Instants are minutes. */
export type Model = {
  status: string;
  rowVersion: number;
  claimedBy: OfficerName | null;
  claimNumber: number;
  leaseUntil: number;
  isReturned: boolean;
  /** Who decided what is in force; null where nothing is. */
  decidedBy: OfficerName | null;
  holds: { isOpen: boolean }[];
  decisions: Decision[];
  events: string[];
  audits: string[];
};

export const aModel = (): Model => ({
  status: 'selected',
  rowVersion: 1,
  claimedBy: null,
  claimNumber: 0,
  leaseUntil: 0,
  isReturned: false,
  decidedBy: null,
  holds: [],
  decisions: [],
  events: [],
  audits: [],
});

export type Clock = { readonly at: number; readonly leaseMinutes: number; readonly undoMinutes: number };
export type Wish = {
  readonly act: ActName;
  readonly by: OfficerName;
  /** The version of the row, or for `keep` the number of the claim, as the officer saw it. */
  readonly seen: number;
  /** The proposal and the hold the officer means, by their places in the model; -1 for none. */
  readonly proposal: number;
  readonly hold: number;
};
/** `ok`, or the code of the first reason against; `gone` for what is not found. */
export type Answer = string;

export const OPEN = ['selected', 'examination', 'awaiting_second'];
export const KEPT = ['detained', 'refused'];

export function tell(model: Model, event: string | null, audit: string, isChange = true): void {
  if (isChange) model.rowVersion += 1;
  if (event) model.events.push(event);
  model.audits.push(audit);
}

export const isHeldByOther = ({ claimedBy, leaseUntil }: Model, by: OfficerName, at: number) =>
  claimedBy !== null && claimedBy !== by && leaseUntil > at;

/** What stands against an act on a row that is no more as it was seen. */
export function stale(model: Model, { seen, by }: Wish, at: number): Answer | null {
  if (model.rowVersion === seen) return null;
  if (!OPEN.includes(model.status)) return model.decidedBy ? 'row.decided' : 'row.released_by_lane';
  if (isHeldByOther(model, by, at)) return 'claim.held';
  return model.claimedBy === null && model.isReturned ? 'claim.expired' : 'row.changed';
}

/** What stands against an act of somebody who does not hold the consignment, or no longer. */
export function held(model: Model, by: OfficerName, at: number): Answer | null {
  if (model.claimedBy === by) return model.leaseUntil <= at ? 'claim.expired' : null;
  return isHeldByOther(model, by, at) ? 'claim.held' : null;
}

export function takeClaim(model: Model, by: OfficerName, { at, leaseMinutes }: Clock): void {
  if (model.claimedBy !== by) {
    model.claimNumber += 1;
    Object.assign(model, { claimedBy: by, isReturned: false });
  }
  model.leaseUntil = at + leaseMinutes;
}

export const endClaim = (model: Model) => Object.assign(model, { claimedBy: null, isReturned: false });

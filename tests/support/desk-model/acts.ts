import { settle, undo, view } from './proposals';
import {
  type Answer,
  type Clock,
  endClaim,
  held,
  isHeldByOther,
  KEPT,
  type Model,
  OPEN,
  stale,
  takeClaim,
  tell,
  type Wish,
} from './state';

/** What each decision is told by, where it may be made and where it leads. */
const DECIDES = {
  release: { from: ['selected'], to: 'released', event: 'released', audit: 'clearance.release' },
  detain: { from: ['selected'], to: 'detained', event: 'detained', audit: 'clearance.decide' },
  end_detention: { from: ['detained'], to: 'selected', event: 'detention_ended', audit: 'clearance.decide' },
  refuse: { from: ['selected', 'detained'], to: 'refused', event: 'entry_refused', audit: 'clearance.decide' },
  return: { from: KEPT, to: 'returned', event: 'returned', audit: 'clearance.decide' },
  propose: { from: KEPT, to: 'awaiting_second', event: 'proposed', audit: 'clearance.propose' },
} as const;

/** Does what the commands must do, to the model in place; a refusal leaves it as it was. */
export function apply(model: Model, wish: Wish, clock: Clock): Answer {
  switch (wish.act) {
    case 'keep':
      return keep(model, wish, clock);
    case 'view':
      return view(model, wish);
    case 'claim':
      return claim(model, wish, clock);
    case 'give_back':
      return giveBack(model, wish, clock);
    case 'hold':
      return hold(model, wish, clock);
    case 'lift':
      return lift(model, wish, clock);
    case 'undo':
      return undo(model, wish, clock);
    case 'approve':
    case 'reject':
      return settle(model, wish, clock);
    default:
      return decide(model, wish, wish.act, clock);
  }
}

/** Ends the lease of a claim that ran out, as the worker does. */
export function lapse(model: Model, at: number): void {
  if (!model.claimedBy || model.leaseUntil > at) return;
  Object.assign(model, { claimedBy: null, isReturned: true });
  tell(model, 'lease_expired', 'clearance.return_leases');
}

function claim(model: Model, wish: Wish, clock: Clock): Answer {
  const against = stale(model, wish, clock.at);
  if (against) return against;
  if (model.status !== 'selected') return `status.${model.status}`;
  if (isHeldByOther(model, wish.by, clock.at)) return 'claim.held';
  const isKept = model.claimedBy === wish.by && model.leaseUntil > clock.at;
  if (!isKept) model.claimedBy = null;
  takeClaim(model, wish.by, clock);
  if (isKept) tell(model, null, 'clearance.keep_claim');
  else tell(model, 'claimed', 'clearance.claim');
  return 'ok';
}

function keep(model: Model, { by, seen }: Wish, { at, leaseMinutes }: Clock): Answer {
  if (model.claimedBy !== by || model.claimNumber !== seen || model.leaseUntil <= at) return 'claim.expired';
  model.leaseUntil = at + leaseMinutes;
  tell(model, null, 'clearance.keep_claim', false);
  return 'ok';
}

function giveBack(model: Model, wish: Wish, { at }: Clock): Answer {
  const against = stale(model, wish, at) ?? held(model, wish.by, at);
  if (against) return against;
  if (model.claimedBy !== wish.by) return 'claim.not_held';
  model.claimedBy = null;
  tell(model, 'given_back', 'clearance.give_back');
  return 'ok';
}

const openHolds = (model: Model) => model.holds.filter(({ isOpen }) => isOpen).length;

/** Every hold of the model is on one ground, which holds once. */
function hold(model: Model, wish: Wish, clock: Clock): Answer {
  const against = stale(model, wish, clock.at) ?? held(model, wish.by, clock.at);
  if (against) return against;
  if (!OPEN.includes(model.status)) return `status.${model.status}`;
  if (openHolds(model) > 0) return 'hold.duplicate';
  model.holds.push({ isOpen: true });
  if (model.status === 'selected') takeClaim(model, wish.by, clock);
  tell(model, 'hold_placed', 'clearance.hold');
  return 'ok';
}

function lift(model: Model, wish: Wish, clock: Clock): Answer {
  const against = stale(model, wish, clock.at) ?? held(model, wish.by, clock.at);
  if (against) return against;
  const meant = model.holds[wish.hold];
  if (!meant) return 'gone';
  if (!meant.isOpen) return 'hold.lifted';
  if (![...OPEN, ...KEPT].includes(model.status)) return `status.${model.status}`;
  meant.isOpen = false;
  if (model.status === 'selected') takeClaim(model, wish.by, clock);
  tell(model, 'hold_lifted', 'clearance.lift');
  return 'ok';
}

function decide(model: Model, wish: Wish, act: keyof typeof DECIDES, clock: Clock): Answer {
  const { from, to, event, audit } = DECIDES[act];
  const against = stale(model, wish, clock.at) ?? held(model, wish.by, clock.at);
  if (against) return against;
  if (!(from as readonly string[]).includes(model.status)) return `status.${model.status}`;
  if (act === 'release' && openHolds(model) > 0) return 'release.hold_open';
  if (act === 'return' && openHolds(model) > 0) return 'decision.hold_open';
  const isProposal = act === 'propose';
  model.decisions.push({
    kind: isProposal ? 'destroy' : act,
    ...{ by: wish.by, from: model.status, at: clock.at, state: isProposal ? 'proposed' : 'final' },
    ...{ isSeconded: false, openedBy: [] },
  });
  model.status = to;
  if (act === 'end_detention') {
    model.decidedBy = null;
    takeClaim(model, wish.by, clock);
  } else {
    if (!isProposal) model.decidedBy = wish.by;
    endClaim(model);
  }
  tell(model, event, audit);
  return 'ok';
}

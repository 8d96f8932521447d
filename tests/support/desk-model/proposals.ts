import {
  type Answer,
  type Clock,
  type Decision,
  endClaim,
  held,
  KEPT,
  type Model,
  stale,
  takeClaim,
  tell,
  type Wish,
} from './state';

/** How a proposal that waits no more is told. */
const settled = (proposal: Decision | undefined) => (proposal?.state === 'undone' ? 'proposal.withdrawn' : 'gone');

export function view(model: Model, { by, proposal: place }: Wish): Answer {
  const proposal = model.decisions[place];
  if (proposal?.state !== 'proposed') return settled(proposal);
  if (proposal.by === by) return 'proposal.same_officer';
  if (!proposal.openedBy.includes(by)) proposal.openedBy.push(by);
  tell(model, null, 'clearance.view_proposal', false);
  return 'ok';
}

export function settle(model: Model, wish: Wish, { at }: Clock): Answer {
  const proposal = model.decisions[wish.proposal];
  const against = stale(model, wish, at) ?? held(model, wish.by, at);
  if (against) return proposal?.state === 'undone' ? 'proposal.withdrawn' : against;
  if (proposal?.state !== 'proposed') return settled(proposal);
  if (proposal.by === wish.by) return 'proposal.same_officer';
  if (!proposal.openedBy.includes(wish.by)) return 'proposal.not_opened';
  const isApproved = wish.act === 'approve';
  Object.assign(proposal, { state: isApproved ? 'final' : 'rejected', isSeconded: true });
  model.status = isApproved ? 'destroyed' : proposal.from;
  if (isApproved) model.decidedBy = proposal.by;
  endClaim(model);
  if (isApproved) tell(model, 'destroyed', 'clearance.confirm');
  else tell(model, 'proposal_rejected', 'clearance.reject');
  return 'ok';
}

export function undo(model: Model, wish: Wish, clock: Clock): Answer {
  const against = stale(model, wish, clock.at) ?? held(model, wish.by, clock.at);
  if (against) return against;
  const byTime = model.decisions.toSorted((one, other) => other.at - one.at);
  const [last, ...earlier] = byTime;
  if (!last || last.state === 'rejected' || last.state === 'undone') return 'undo.nothing';
  if (last.state === 'final' && last.isSeconded) return 'undo.seconded';
  if (last.by !== wish.by) return 'undo.not_own';
  const isProposal = last.state === 'proposed';
  const from = isProposal ? ['awaiting_second'] : ['released', ...KEPT, 'returned'];
  if (!from.includes(model.status)) return `status.${model.status}`;
  if (!isProposal && clock.at > last.at + clock.undoMinutes) return 'undo.too_late';
  last.state = 'undone';
  model.status = last.from;
  if (!isProposal) {
    const stands = model.status === 'selected' ? undefined : earlier.find(({ state }) => state === 'final');
    model.decidedBy = stands?.by ?? null;
  }
  if (model.status === 'selected') takeClaim(model, wish.by, clock);
  tell(model, 'undone', 'clearance.undo');
  return 'ok';
}

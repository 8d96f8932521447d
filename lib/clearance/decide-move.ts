import { type Decision, nextStatus, type Status } from './transitions';

type Whereabouts = { readonly holder: string; readonly place: string };

/** Whether an exhibit may be handed on: to another holder or another place, for a step that moves nothing is none. */
export function decideMove(status: Status, last: Whereabouts, wish: Whereabouts): Decision<{ next: Status }> {
  const transition = nextStatus('move_exhibit', status);
  if (!transition.ok) return transition;
  const isSame = last.holder === wish.holder && last.place === wish.place;
  return isSame ? { ok: false, reasons: [{ code: 'exhibit.not_moved', pointer: 'holder' }] } : transition;
}

import type { TransferReason } from './reasons';
import { type Decision, nextStatus, type Status } from './transitions';

/** How a consignment came to the office that handles it. Kept until its data name another office, or it is withdrawn. */
export type Transfer = {
  /** Office that sent it, by id and by the name it had then. */
  readonly from: string;
  readonly fromName: string;
  /** Office its data name: as long as they go on naming it, the transfer holds. */
  readonly declared: string;
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: TransferReason;
};

type Standing = { readonly status: Status; readonly officeId: string };
type Wish = { readonly toOfficeId: string; readonly reason: TransferReason; readonly note: string | null };

/** Whether a consignment may be handed over to an office that is there: another than its own, with words where no reason of the list fits. */
export function decideTransfer({ status, officeId }: Standing, wish: Wish): Decision<{ next: Status }> {
  const refused = (code: string, pointer: string) => ({ ok: false as const, reasons: [{ code, pointer }] });
  const transition = nextStatus('transfer', status);
  if (!transition.ok) return transition;
  if (wish.toOfficeId === officeId) return refused('transfer.same_office', 'toOfficeId');
  if (wish.reason === 'other' && !wish.note) return refused('transfer.note_required', 'note');
  return transition;
}

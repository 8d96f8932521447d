import type { SentItem, SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { fault } from './problem-codes';
import type { SentAct } from './staged-row';

/** Goods items are paired by their number, or by their place where they bear none. */
function numberOf(item: SentItem, index: number): string {
  return item.item_number ?? String(index + 1);
}

/**
 * The record with the fields of a change put in place of its own. Goods items the change numbers anew are added; a field or
 * item that the change does not hold stays, because an amendment says what it replaces and nothing about the rest.
 */
export function amendRecord(current: SentRecord, change: SentRecord): SentRecord {
  const { items, unknown, ...columns } = change;
  const changes = new Map(items.map((item, index) => [numberOf(item, index), item]));
  const amended = current.items.map((item, index) => {
    const number = numberOf(item, index);
    const replaced = changes.get(number);
    changes.delete(number);
    return replaced ? { ...item, ...replaced } : item;
  });
  const kept = { ...current.unknown, ...unknown };
  return {
    ...current,
    ...columns,
    items: [...amended, ...changes.values()],
    ...(Object.keys(kept).length > 0 ? { unknown: kept } : {}),
  };
}

/** Whether a change replaces anything at all. */
function isEmpty({ items, unknown, ...columns }: SentRecord): boolean {
  const changed = items.some((item) => Object.keys(item).some((column) => column !== 'item_number'));
  return !changed && Object.keys(columns).length === 0 && Object.keys(unknown ?? {}).length === 0;
}

/** What an act finds: the consignment it names, as far as it matters here. */
export type ActTarget = { readonly reference: string; readonly mrn: string | null; readonly isDecided: boolean };

/** Statuses in which a consignment is decided: what was decided stays, whoever asks. */
export function isDecidedStatus(status: string): boolean {
  return status === 'released' || status === 'seized';
}

/**
 * Whether an act may go on: it must name a consignment that is here and undecided, by its MRN or by a reference that does not
 * contradict it, and an amendment must replace something. Null when it may.
 */
export function judgeAct(act: SentAct, change: SentRecord, target: ActTarget | undefined): Problem | null {
  const named = [act.mrn, act.reference].filter((name) => name !== undefined).join(', ');
  if (!target) return fault('act_target_unknown', '', { value: named });
  const contradicts = act.mrn !== undefined && target.mrn !== null && target.mrn !== act.mrn;
  if (contradicts)
    return fault('act_target_other', 'mrn', { value: act.mrn ?? '', params: { found: target.mrn ?? '' } });
  if (target.isDecided) return fault('act_decided', '', { value: target.reference });
  if (act.act === 'cancel') return fault('cancel_not_taken', '', { value: target.reference });
  return isEmpty(change) ? fault('amend_empty', '', { value: target.reference }) : null;
}

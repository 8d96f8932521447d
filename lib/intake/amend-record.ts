import type { WithdrawRefusal } from '@/lib/clearance/withdraw-refusal';
import type { SentItem, SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { fault, type ProblemCode } from './problem-codes';
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
  const { items, unknown, derived: _, ...columns } = change;
  const changes = new Map(items.map((item, index) => [numberOf(item, index), item]));
  const amended = current.items.map((item, index) => {
    const number = numberOf(item, index);
    const replaced = changes.get(number);
    changes.delete(number);
    return replaced ? { ...item, ...replaced } : item;
  });
  const kept = { ...current.unknown, ...unknown };
  const { derived = [], ...before } = current;
  const stillDerived = derived.filter((column) => columns[column] === undefined);
  return {
    ...before,
    ...columns,
    items: [...amended, ...changes.values()],
    ...(Object.keys(kept).length > 0 ? { unknown: kept } : {}),
    ...(stillDerived.length > 0 ? { derived: stillDerived } : {}),
  };
}

/** Whether a change replaces anything at all. */
function isEmpty({ items, unknown, ...columns }: SentRecord): boolean {
  const changed = items.some((item) => Object.keys(item).some((column) => column !== 'item_number'));
  const isColumn = (name: string) => name !== 'derived';
  return !changed && !Object.keys(columns).some(isColumn) && Object.keys(unknown ?? {}).length === 0;
}

/** What an act finds: the consignment it names, as far as it matters here. */
export type ActTarget = {
  readonly reference: string;
  readonly mrn: string | null;
  /** `withdrawn` and `decided`: what became of it stays, whoever asks. */
  readonly state: 'open' | 'decided' | 'withdrawn';
  /** What stands against withdrawing it; null where nothing does. */
  readonly withdrawRefusal: WithdrawRefusal | null;
};

/** What an act meets in a status. */
export function actState(status: string, isOpen: boolean): ActTarget['state'] {
  if (status === 'withdrawn') return status;
  return isOpen ? 'open' : 'decided';
}

/** What a partner is told of a cancellation that is not carried out; one that was carried out before is no problem. */
const CANCEL_PROBLEMS: Readonly<Record<WithdrawRefusal, ProblemCode | null>> = {
  'withdraw.hold_open': 'cancel_on_hold',
  'withdraw.referral_open': 'cancel_question_open',
  'withdraw.acted_on': 'cancel_acted_on',
  'withdraw.decided': 'act_decided',
  'withdraw.arrived': 'cancel_arrived',
  'withdraw.already': null,
};

/**
 * Whether an act may go on: it must name a consignment that is here, by its MRN or by a reference that does not contradict it;
 * an amendment must replace something of one that is open, a cancellation take back one that nobody acted on. Null when it may.
 */
export function judgeAct(act: SentAct, change: SentRecord, target: ActTarget | undefined): Problem | null {
  const named = [act.mrn, act.reference].filter((name) => name !== undefined).join(', ');
  if (!target) return fault('act_target_unknown', '', { value: named });
  const contradicts = act.mrn !== undefined && target.mrn !== null && target.mrn !== act.mrn;
  if (contradicts)
    return fault('act_target_other', 'mrn', { value: act.mrn ?? '', params: { found: target.mrn ?? '' } });
  const value = target.reference;
  if (act.act === 'cancel') {
    const code = target.withdrawRefusal && CANCEL_PROBLEMS[target.withdrawRefusal];
    return code ? fault(code, '', { value }) : null;
  }
  if (target.state !== 'open')
    return fault(target.state === 'decided' ? 'act_decided' : 'act_withdrawn', '', { value });
  return isEmpty(change) ? fault('amend_empty', '', { value }) : null;
}

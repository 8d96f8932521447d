import type { Charges } from '@/lib/assessment/types';
import { UNCHARGED_WORKINGS } from '@/lib/charges/open-workings';
import type { Policy } from '@/lib/policy/policy';
import { type ChargedRecord, chargesOf } from '@/lib/revenue/charges';
import type { Categorised } from '@/lib/risk/release-category';
import { type Treated, treatedOf } from './treated';

type ChargedItem = ChargedRecord['items'][number];

/** A goods item as it stands, with what it was assessed for; minor units of the administration's currency. */
export type StoredItem = ChargedItem & {
  readonly isPrincipal: boolean;
  readonly valueMinor: bigint;
  readonly dutyMinor: bigint;
  readonly vatMinor: bigint;
  readonly feesMinor: bigint;
};

/** A consignment as it stands, with what it was assessed for on its day. */
export type StoredConsignment = {
  /** Month of receipt, `YYYY-MM`. */
  readonly month: string;
  /** Day on which the version in force was received: its charges rest on the law of that day. */
  readonly day: string;
  readonly record: Omit<ChargedRecord, 'items'> &
    Pick<Categorised, 'regime'> & { readonly items: readonly StoredItem[] };
};

/** What is due of one goods item, in minor units. */
export type ItemDue = { readonly dutyMinor: bigint; readonly vatMinor: bigint; readonly feesMinor: bigint };

export type ChargedTwice = {
  readonly stored: StoredConsignment;
  /** In the order of the items. */
  readonly simulated: readonly ItemDue[];
  /** Whether something of it cannot be charged, and an officer has to look. */
  readonly isOpenWas: boolean;
  readonly isOpenSimulated: boolean;
  /** How it was treated by the law of its day, and how it would be. */
  readonly treatedWas: Treated;
  readonly treatedSimulated: Treated;
  /** The engine, asked again under the law as it was, gives what was charged to the cent. */
  readonly isRepeated: boolean;
};

/**
 * Charges a stored consignment by the engine of live work, once under the law of its day and once with the changes laid over it. The
 * first is the proof of the second: what it does not repeat is counted and told. Two times the same policy is worked out once.
 */
export function chargeTwice(stored: StoredConsignment, asItWas: Policy, changed: Policy): ChargedTwice {
  const { record } = stored;
  const again = chargesOf(record, asItWas);
  const changedTo = changed === asItWas ? again : chargesOf(record, changed);
  const repeated = dueOf(record.items, again);
  const simulated = changed === asItWas ? repeated : dueOf(record.items, changedTo);
  const isOpenWas = isOpen(again);
  const isOpenSimulated = changedTo === again ? isOpenWas : isOpen(changedTo);
  const treatedWas = treatedOf(stored, again, isOpenWas, asItWas);
  return {
    stored,
    simulated,
    isOpenWas,
    isOpenSimulated,
    treatedWas,
    treatedSimulated: changed === asItWas ? treatedWas : treatedOf(stored, changedTo, isOpenSimulated, changed),
    isRepeated: record.items.every((item, index) => isSame(item, repeated[index])),
  };
}

const NOTHING: ItemDue = { dutyMinor: 0n, vatMinor: 0n, feesMinor: 0n };

function dueOf(items: readonly StoredItem[], { items: charged, lines }: Charges): readonly ItemDue[] {
  const fees = lines.filter(({ kind }) => kind === 'fee');
  return items.map(({ itemNumber }, index) => {
    const at = charged[index];
    const own = at?.itemNumber === itemNumber ? at : charged.find((one) => one.itemNumber === itemNumber);
    if (!own) return NOTHING;
    const feesMinor = fees.reduce((sum, line) => (line.itemNumber === itemNumber ? sum + line.amountMinor : sum), 0n);
    return { dutyMinor: own.dutyMinor, vatMinor: own.vatMinor, feesMinor };
  });
}

const isSame = (item: ItemDue, again: ItemDue | undefined) =>
  again !== undefined &&
  item.dutyMinor === again.dutyMinor &&
  item.vatMinor === again.vatMinor &&
  item.feesMinor === again.feesMinor;

const isOpen = ({ lines }: Charges) => lines.some(({ working }) => UNCHARGED_WORKINGS.has(working.code));

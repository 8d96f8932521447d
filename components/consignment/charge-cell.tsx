import { ChargeText } from './charge-text';
import type { Amount } from '@/lib/clearance/amount';
import type { OpenReason } from '@/lib/revenue/open-charges';
import { BesideDeclared } from './beside-declared';

/** An amount and why it is open; empty where it is known. */
export type Charged = { readonly value: Amount; readonly open: readonly OpenReason[] };
type ChargeCellProps = {
  declared: Charged;
  /** By the corrected values; absent where nothing was corrected. */
  now: Charged | undefined;
  /** Says why an amount is open; left out of the sums, whose items have said it. */
  showWhy: boolean;
};

/** One amount of a goods line: by the declared values and, where they say otherwise, by the corrected ones. A nil that is open is not the nil that was known. */
export function ChargeCell({ declared, now, showWhy }: ChargeCellProps) {
  const text = ({ value, open }: Charged, isWhyShown: boolean) => (
    <ChargeText value={value} open={open} showCurrency={false} showWhy={isWhyShown} isStacked />
  );
  if (!now || isSame(declared, now)) return text(declared, showWhy);
  return <BesideDeclared declared={text(declared, false)} corrected={text(now, showWhy)} />;
}

function isSame(declared: Charged, now: Charged): boolean {
  return declared.value.amount === now.value.amount && declared.open.join() === now.open.join();
}

import { expect, it } from 'vitest';
import { extraCharges, extraChargesOf } from './extra-charges';

const known = (dutyMinor: bigint, vatMinor: bigint) => ({
  charges: { dutyMinor, vatMinor, feesMinor: 0n },
  uncharged: [],
});
const open = (dutyMinor: bigint) => ({ ...known(dutyMinor, 0n), uncharged: [{} as never] });

it('is the difference of what is known before and after', () => {
  const declared = known(300n, 315n);
  expect(extraCharges({ declared, before: declared, after: known(1_200n, 800n) }, 0n)).toBe(1_385n);
  expect(extraCharges({ declared, before: known(1_200n, 800n), after: declared }, 0n)).toBe(-1_385n);
});

it('is not known while charges are open', () => {
  const declared = known(300n, 315n);
  expect(extraCharges({ declared, before: declared, after: open(0n) }, 0n)).toBeNull();
});

it('is what could not be assessed of the declaration, once that is closed', () => {
  // Of the declaration 50 of duty were known; the rest nobody could compute.
  expect(extraCharges({ declared: open(50n), before: open(50n), after: known(300n, 315n) }, 0n)).toBe(565n);
});

it('counts with the result that closes them what an earlier one left open', () => {
  const declared = known(300n, 315n);
  // The first result added 500, the second left the duty open; the third adds up to the whole.
  expect(extraCharges({ declared, before: open(0n), after: known(1_000n, 1_000n) }, 500n)).toBe(885n);
});

const added = (extraChargesMinor: bigint | null) => ({ extraChargesMinor });

it('of a consignment is the sum of its changes, and nothing of none', () => {
  expect(extraChargesOf([])).toBe(0n);
  expect(extraChargesOf([added(300n), added(-100n)])).toBe(200n);
});

it('of a consignment is open while the last change leaves a charge open', () => {
  expect(extraChargesOf([added(300n), added(null)])).toBeNull();
  expect(extraChargesOf([added(null), added(2100n)])).toBe(2100n);
});

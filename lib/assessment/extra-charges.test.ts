import { expect, it } from 'vitest';
import { extraCharges } from './extra-charges';

const known = (dutyMinor: bigint, vatMinor: bigint) => ({ charges: { dutyMinor, vatMinor }, uncharged: [] });
const open = (dutyMinor: bigint) => ({ ...known(dutyMinor, 0n), uncharged: [{} as never] });

it('is the difference of what is known before and after', () => {
  const declared = known(300n, 315n);
  expect(extraCharges({ declared, before: declared, after: known(1_200n, 800n) }, 0n)).toBe(1_385n);
  expect(extraCharges({ declared, before: known(1_200n, 800n), after: declared }, 0n)).toBe(-1_385n);
});

it('is not known while charges are open, after the result or as they were declared', () => {
  const declared = known(300n, 315n);
  expect(extraCharges({ declared, before: declared, after: open(0n) }, 0n)).toBeNull();
  expect(extraCharges({ declared: open(0n), before: open(0n), after: declared }, 0n)).toBeNull();
});

it('counts with the result that closes them what an earlier one left open', () => {
  const declared = known(300n, 315n);
  // The first result added 500, the second left the duty open; the third adds up to the whole.
  expect(extraCharges({ declared, before: open(0n), after: known(1_000n, 1_000n) }, 500n)).toBe(885n);
});

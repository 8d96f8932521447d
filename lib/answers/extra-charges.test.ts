import { expect, it } from 'vitest';
import { extraChargesOf } from './extra-charges';

const found = (extraChargesMinor: bigint | null) => ({ corrections: ['value'], extraChargesMinor });
const conform = { corrections: [], extraChargesMinor: 0n };

it('what controls added is the sum of what each did', () => {
  expect(extraChargesOf([])).toBe(0n);
  expect(extraChargesOf([found(300n), conform, found(-100n)])).toBe(200n);
});

it('nobody can say while the last correction leaves a charge open, whatever control came after it', () => {
  expect(extraChargesOf([found(300n), found(null), conform])).toBeNull();
});

it('the result that closes a charge has added what an earlier one left open', () => {
  expect(extraChargesOf([found(null), found(2100n)])).toBe(2100n);
});

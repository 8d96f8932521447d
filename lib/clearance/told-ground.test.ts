import { expect, it } from 'vitest';
import { HOLD_GROUNDS } from './reasons';
import { toldEvent, toldGround } from './told-ground';

it('a partner is told no suspicion as the ground of a hold, and every other ground as it is', () => {
  const hidden = HOLD_GROUNDS.filter((ground) => toldGround(ground) !== ground);
  expect(hidden).toEqual(['prohibition_check', 'denied_party_check', 'ipr_suspicion']);
  expect(hidden.map(toldGround)).toEqual(['other', 'other', 'other']);
});

it('an event tells the ground of a hold in the words for partners, and other grounds as they are', () => {
  const values = { ground: 'ipr_suspicion', note: null };
  expect(toldEvent({ kind: 'hold_placed', values }).values).toEqual({ ground: 'other', note: null });
  expect(toldEvent({ kind: 'hold_lifted', values }).values).toEqual({ ground: 'other', note: null });
  expect(toldEvent({ kind: 'seizure_proposed', values }).values).toEqual(values);
});

import { expect, it } from 'vitest';
import { TRANSITIONS } from '@/lib/clearance/transitions';
import help from '@/lib/messages/en/help.json';

// The page asks for the word by the name of the act, which no compiler follows.
it('the help on decisions has a word for every act of the status machine, and for no other', () => {
  expect(Object.keys(help.decisions.actName).sort()).toEqual(Object.keys(TRANSITIONS).sort());
});

import { expect, it } from 'vitest';
import { IDLE, typedIn } from './action-state';

it('gives back what was typed into a form that was not taken, whatever stopped it', () => {
  const values = { reference: 'A-1' };
  expect(typedIn({ status: 'invalid', fieldErrors: {}, values })).toEqual(values);
  expect(typedIn({ status: 'refused', reasons: [{ code: 'cross_site' }], values })).toEqual(values);
  expect(typedIn({ status: 'refused', reasons: [] })).toEqual({});
  expect([typedIn(IDLE), typedIn({ status: 'ok' })]).toEqual([{}, {}]);
});

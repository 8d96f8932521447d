import { expect, it } from 'vitest';
import { isCritical, outcomeOf, RESULT_CODES } from './results';

it('what is critical is a finding, and no error that can be corrected', () => {
  const critical = RESULT_CODES.filter(isCritical);
  expect(critical).toEqual(['prohibited', 'restricted', 'ipr', 'safety']);
  expect(critical.map(outcomeOf)).toEqual(critical.map(() => 'finding'));
});

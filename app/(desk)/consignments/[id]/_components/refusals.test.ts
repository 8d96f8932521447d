import { expect, it } from 'vitest';
import { toldElsewhere } from './refusals';

const comma = { code: 'result.correction_comma', pointer: 'corrections.0', params: { example: '25000.00' } };
const behind = { code: 'row.changed' };

it('what is told beside its control is not told a second time', () => {
  const refused = { reasons: [comma, behind], fieldErrors: { finding: ['required'], rowVersion: ['invalid'] } };
  expect(toldElsewhere(refused, ['corrections.0', 'finding'])).toEqual({
    reasons: [behind],
    fieldErrors: { rowVersion: ['invalid'] },
  });
  expect(toldElsewhere({ reasons: [comma], fieldErrors: {} }, ['corrections.0'])).toBeNull();
  expect(toldElsewhere({ reasons: [comma], fieldErrors: {} }, [])).toMatchObject({ reasons: [comma] });
});

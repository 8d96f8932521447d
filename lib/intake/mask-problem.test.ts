import { describe, expect, it } from 'vitest';
import { maskProblem } from './mask-problem';
import { warning } from './problem-codes';

describe('a problem kept outside the personal data', () => {
  it.each(['recipient_name', 'recipient_phone', 'sender_postcode', 'recipient_id'])('does not tell %s', (pointer) => {
    expect(maskProblem(warning('postcode_shape', pointer, { value: 'Nora Testmann', line: 3 }))).toEqual({
      code: 'postcode_shape',
      severity: 'warning',
      pointer,
      line: 3,
      value: '***',
    });
  });
  it.each(['recipient_country', 'mrn', 'items.0.description'])('tells %s', (pointer) => {
    expect(maskProblem(warning('mrn_shape', pointer, { value: 'X' })).value).toBe('X');
  });
  it('gives no value to a problem that had none', () => {
    expect(maskProblem(warning('field_missing', 'recipient_city'))).not.toHaveProperty('value');
  });
});

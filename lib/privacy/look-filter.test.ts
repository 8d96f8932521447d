import { describe, expect, it } from 'vitest';
import { parseLookFilter } from './look-filter';

describe('The filter of looks', () => {
  it('reads what fits and leaves out what does not', () => {
    const given = { who: ' Kaya ', reference: 'HL-1', why: 'notice', from: '2026-11-01', to: '2026-02-30' };
    expect(parseLookFilter(given)).toEqual({
      who: 'Kaya',
      reference: 'HL-1',
      why: 'notice',
      from: '2026-11-01',
      to: null,
    });
    expect(parseLookFilter({ who: ['a', 'b'], why: "x' or 1" })).toEqual({
      ...{ who: null, reference: null, why: null, from: null, to: null },
    });
  });
});

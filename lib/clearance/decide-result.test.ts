import { describe, expect, it } from 'vitest';
import { type DeclaredItem, decideResult, type WishedCorrection } from './decide-result';
import { RESULT_CODES, type ResultCode } from './results';

const item: DeclaredItem = {
  itemNumber: 1,
  value: '12.00',
  currency: 'EUR',
  quantity: '1',
  commodityCode: '610910',
  description: 'Cotton T-shirt',
  originCountry: 'CN',
};
const value = (corrected: string, itemNumber = 1): WishedCorrection => ({ itemNumber, field: 'value', corrected });

function refusal(resultCode: ResultCode, corrections: WishedCorrection[] = [], finding: string | null = 'Seen') {
  const decision = decideResult('examination', [item], { resultCode, finding, corrections });
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
}

describe('A result', () => {
  it('of every code is counted as conform, finding or not done, and not found is never conform', () => {
    const outcome = (resultCode: ResultCode) => {
      const decision = decideResult('examination', [item], { resultCode, finding: 'x', corrections: [] });
      return decision.ok ? decision.outcome : 'needs correction';
    };
    expect(RESULT_CODES.filter((code) => outcome(code) === 'conform')).toEqual(['conform']);
    expect(RESULT_CODES.filter((code) => outcome(code) === 'not_done')).toEqual(['not_found', 'not_done']);
  });
  it('takes the declared value from the record', () => {
    const decision = decideResult('examination', [item], {
      resultCode: 'undervalued',
      finding: 'Invoice inside',
      corrections: [value('112.00')],
    });
    expect(decision).toMatchObject({
      ok: true,
      next: 'selected',
      corrections: [{ declared: '12.00', corrected: '112.00' }],
    });
  });
  it('is not recorded without the correction its code stands for', () => {
    expect(refusal('undervalued')).toEqual(['result.needs_value']);
    expect(refusal('misclassified', [value('13.00')])).toEqual(['result.needs_commodity_code']);
    expect(refusal('minor_error')).toEqual(['result.correction_required']);
    expect(refusal('conform', [value('13.00')])).toEqual(['result.correction_unexpected']);
  });
  it('of goods worth less than declared is not undervalued, and says so at the field', () => {
    expect(refusal('undervalued', [value('11.99')])).toEqual(['result.value_lower']);
    expect(refusal('minor_error', [value('11.99')])).toEqual([]);
    const decision = decideResult('examination', [item, { ...item, itemNumber: 2 }], {
      resultCode: 'undervalued',
      finding: 'Prices of two items were exchanged',
      corrections: [value('11.00'), value('40.00', 2)],
    });
    expect(decision.ok).toBe(true);
  });
  it('names each correction that cannot be', () => {
    expect(refusal('undervalued', [value('13.00', 7)])).toEqual(['result.item_unknown']);
    expect(refusal('undervalued', [value('1e9')])).toEqual(['result.correction_malformed']);
    expect(refusal('undervalued', [value('-1')])).toEqual(['result.correction_malformed']);
    expect(refusal('undervalued', [value('12.00')])).toEqual(['result.correction_equal']);
    expect(refusal('undervalued', [value('12')])).toEqual(['result.correction_equal']);
    expect(refusal('undervalued', [value('12.000')])).toEqual(['result.correction_equal']);
    expect(refusal('undervalued', [value('12.01')])).toEqual([]);
    expect(refusal('undervalued', [value('13.00'), value('14.00')])).toEqual(['result.correction_repeated']);
  });
  it.each([
    ['1.234,50', 'result.correction_comma', { example: '1234.50' }],
    ['1,234.50', 'result.correction_comma', { example: '1234.50' }],
    ['1 234,5', 'result.correction_comma', { example: '1234.5' }],
    ['12.345.678', 'result.correction_comma', { example: '12345678' }],
    ['0,50', 'result.correction_comma', { example: '0.50' }],
    ['1,234', 'result.correction_ambiguous', { example: '1234', other: '1.23' }],
    ['1.234', 'result.correction_ambiguous', { example: '1234', other: '1.23' }],
    ['12,3,4', 'result.correction_malformed', {}],
    ['1.23,45', 'result.correction_malformed', {}],
    ['EUR 12', 'result.correction_malformed', {}],
  ])('%s is not taken, and what is shown in its place is as typed', (typed, code, shown) => {
    const wish = { resultCode: 'undervalued', finding: 'Invoice inside', corrections: [value(typed)] } as const;
    const decision = decideResult('examination', [item], wish);
    expect(decision).toEqual({
      ok: false,
      reasons: [{ code, pointer: 'corrections.0', params: { item: 1, field: 'value', value: typed, ...shown } }],
    });
  });
  it('says how to write a decimal comma, and at which item and field it stands', () => {
    const decision = decideResult('examination', [item], {
      resultCode: 'undervalued',
      finding: 'Invoice inside',
      corrections: [value('398,00')],
    });
    expect(decision).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'result.correction_comma',
          pointer: 'corrections.0',
          params: { item: 1, field: 'value', value: '398,00', example: '398.00' },
        },
      ],
    });
  });
  it('other than conform needs words', () => {
    expect(refusal('not_done', [], null)).toEqual(['result.finding_required']);
    expect(refusal('conform', [], null)).toEqual([]);
  });
});

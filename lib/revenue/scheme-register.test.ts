import { describe, expect, it } from 'vitest';
import { type SchemeEntry, SchemeRegister } from './scheme-register';

const entry = (number: string, changes: Partial<SchemeEntry> = {}): SchemeEntry => ({
  number,
  holder: 'Linden Thread Works B.V.',
  tradingNames: ['Threadly'],
  validFrom: '2026-01-01',
  validTo: null,
  edition: '2026-11',
  ...changes,
});
const register = new SchemeRegister([
  entry('IM5280000001'),
  entry('IM5280000002', { validTo: '2026-06-30' }),
  entry('IM5280000003', { validFrom: '2026-12-01' }),
  entry('IM5280000004', { validFrom: '2025-01-01', validTo: '2025-12-31' }),
  entry('IM5280000004', { validFrom: '2026-05-01', holder: 'Second Holder' }),
]);
const on = (number: string, day: string, ...users: (string | null)[]) => register.standing(number, day, users);

describe('A register of vendor scheme numbers', () => {
  it.each([
    ['IM5280000001', '2026-01-01', 'valid', '2026-01-01'],
    ['IM5280000001', '2025-12-31', 'not_yet', '2026-01-01'],
    ['IM5280000002', '2026-06-30', 'valid', '2026-01-01'],
    ['IM5280000002', '2026-07-01', 'ended', '2026-06-30'],
    ['IM5280000003', '2026-11-30', 'not_yet', '2026-12-01'],
    ['IM5280000009', '2026-11-30', 'unregistered', null],
  ] as const)('%s on %s is %s (%s)', (number, day, state, edge) => {
    expect(on(number, day)).toMatchObject({ state, day: edge, edition: '2026-11' });
  });

  it('keeps a number that was given twice apart: between its holders it is nobody’s yet', () => {
    expect(on('IM5280000004', '2025-06-01')).toMatchObject({ state: 'valid', holder: 'Linden Thread Works B.V.' });
    expect(on('IM5280000004', '2026-02-01')).toMatchObject({ state: 'not_yet', day: '2026-05-01' });
    expect(on('IM5280000004', '2026-06-01')).toMatchObject({ state: 'valid', holder: 'Second Holder' });
  });

  it('says nothing of a Member State whose register is not loaded', () => {
    expect(on('IM2760000001', '2026-06-01')).toBeNull();
    expect(on('', '2026-06-01')).toBeNull();
  });

  it.each([
    [['Linden Thread Works'], true],
    [['LINDEN THREAD WORKS LTD'], true],
    [[null, 'threadly'], true],
    [['Threadly Marketplace'], true],
    [['Bright Harbour Trading'], false],
    [['Linden Tea Works'], false],
    [['B.V.'], false],
    [[null, ' '], null],
  ] as const)('used by %j: held by them is %s', (users, isHolder) => {
    expect(on('IM5280000001', '2026-06-01', ...users)?.isHolder).toBe(isHolder);
  });
});

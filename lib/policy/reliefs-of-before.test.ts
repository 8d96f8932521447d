import { expect, it } from 'vitest';
import { EU_AFTER, EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { policyAt } from './in-force';
import type { PolicyParameter } from './parameter';
import { PARAMETERS } from './parameters';
import { lawsOfBefore } from './reliefs-of-before';

const EXCLUDED = ['2203', '2204', '2205', '2206', '2207', '2208', '24', '3303'];
const row = (key: string, validFrom: string, validTo: string | null, value: object): PolicyParameter => ({
  ...{ kind: 'threshold', key, validFrom, validTo, value, source: 'act', edition: '1' },
});
const lowValue = (from: string, to: string | null, limit: string, flatPerSubheading: string | null) =>
  row('duty_relief', from, to, { limit, flatPerSubheading, excluded: EXCLUDED, citation: 'x' });
const THRESHOLDS = [
  lowValue('2021-07-01', '2026-06-30', '150', null),
  lowValue('2026-07-01', '2028-06-30', '150', '3'),
  lowValue('2028-07-01', null, '0', null),
  row('gift', '2021-07-01', null, { limit: '45', citation: 'x' }),
  row('documents', '2021-07-01', null, { limit: '45', citation: 'x' }),
];
const older = [...PARAMETERS.filter(({ kind }) => kind !== 'charge_law'), ...THRESHOLDS];
/** Bands as they charge, without their provisions, and without the relief of returned goods that thresholds did not know. */
const charging = (law: unknown) =>
  (law as typeof EU_FLAT.law).bands
    .filter(({ key }) => key !== 'returned_goods')
    .map((band) => ({ ...band, citation: null }));

it('says as a law what the thresholds of an older installation said, period by period', () => {
  const laws = lawsOfBefore(older);
  expect(laws.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2021-07-01', '2026-06-30'],
    ['2026-07-01', '2028-06-30'],
    ['2028-07-01', null],
  ]);
  expect(laws.map(({ value }) => charging(value))).toEqual(
    [EU_BEFORE, EU_FLAT, EU_AFTER].map(({ law }) => charging(law)),
  );
});

it('leaves the thresholds to be read: they decide nothing beside the law', () => {
  expect(() => policyAt([...older, ...lawsOfBefore(older)], '2026-11-02')).not.toThrow();
  expect(lawsOfBefore(PARAMETERS)).toEqual([]);
});

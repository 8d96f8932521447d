import { beforeAll, describe, expect, it } from 'vitest';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import type { Changes } from '@/lib/simulation/changes';
import { aConsignment, receivedAt } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { type Fault, simulationFaults } from '../../support/simulation-faults';

const manager = someone('risk_manager', 'NLRTM');
const analyst = someone('analyst', 'NLRTM');

useDatabase();
beforeAll(async () => {
  await aConsignment(await aDesk(), receivedAt(new Date('2026-11-03T08:00:00Z')));
});

const faultsOf = simulationFaults(manager);

const law = (changes: object) => ({ kind: 'charge_law', key: 'own', value: { ...EU_FLAT.law, ...changes } });
const duty = (key: string, value: object) => ({ kind: 'duty_rate', key, value });
const NO_LIMIT = { documents: null, nii: null, physical: null };
const lowValue = (upTo: object) =>
  law({
    bands: EU_FLAT.law.bands.map((band) => (band.key === 'low_value' ? { ...band, when: { upTo } } : band)),
  });
const AT_LOW_VALUE = `changes.charge_law.own.bands.${EU_FLAT.law.bands.findIndex(({ key }) => key === 'low_value')}.when.upTo`;

describe('bad input is refused with its place, its rule and its value', () => {
  it.each<[string, Partial<Record<keyof Changes, unknown>>, Fault]>([
    [
      'a negative limit',
      { parameters: [lowValue({ amount: '-5', currency: 'EUR' })] },
      {
        ...{ pointer: `${AT_LOW_VALUE}.amount`, code: 'negative_or_no_decimal', value: '-5' },
      },
    ],
    [
      'an unknown currency',
      { parameters: [lowValue({ amount: '5', currency: 'EUX' })] },
      {
        ...{ pointer: `${AT_LOW_VALUE}.currency`, code: 'unknown_currency', value: 'EUX' },
      },
    ],
    [
      'a currency without a rate in the period',
      { parameters: [lowValue({ amount: '5', currency: 'KPW' })] },
      {
        ...{ pointer: `${AT_LOW_VALUE}.currency`, code: 'rate_missing', value: 'KPW 2026-11-02' },
      },
    ],
    [
      'an absurd limit',
      { parameters: [lowValue({ amount: '9999999999999', currency: 'EUR' })] },
      {
        ...{ pointer: `${AT_LOW_VALUE}.amount`, code: 'absurd_amount', value: '9999999999999' },
      },
    ],
    [
      'the currency of another administration',
      { parameters: [law({ currency: 'USD' })] },
      {
        ...{ pointer: 'changes.charge_law.own.currency', code: 'other_currency', value: 'USD' },
      },
    ],
    [
      'a law that leaves goods without one',
      { parameters: [law({ bands: EU_FLAT.law.bands.slice(0, 1) })] },
      {
        ...{ pointer: 'changes.charge_law.own.bands.0.when', code: 'gap' },
      },
    ],
    [
      'an absurd rate',
      { parameters: [duty('6109', { ratePercent: '5000' })] },
      {
        ...{ pointer: 'changes.duty_rate.6109.ratePercent', code: 'absurd_percentage', value: '5000' },
      },
    ],
    [
      'a rate nobody can read',
      { parameters: [duty('6109', { ratePercent: null, text: 'a lot' })] },
      {
        ...{ pointer: 'changes.duty_rate.6109', code: 'no_rate', value: 'a lot' },
      },
    ],
    [
      'a code that is none',
      { parameters: [duty('61x', { ratePercent: '5' })] },
      {
        ...{ pointer: 'changes.duty_rate.61x', code: 'no_prefix', value: '61x' },
      },
    ],
    [
      'one code twice',
      { parameters: [duty('61', { ratePercent: '5' }), duty('61', { ratePercent: '6' })] },
      {
        ...{ pointer: 'changes.duty_rate.61', code: 'twice' },
      },
    ],
    [
      'slots below nought',
      { slots: [{ officeId: 'NLRTM', documents: '-3', nii: '', physical: '' }] },
      {
        ...{ pointer: 'changes.slots.NLRTM.documents', code: 'invalid', value: '-3' },
      },
    ],
    [
      'an office one does not see',
      { slots: [{ officeId: 'BELGG', documents: '1', nii: '', physical: '' }] },
      {
        ...{ pointer: 'changes.slots.BELGG', code: 'unknown_office', value: 'BELGG' },
      },
    ],
    [
      'a profile there is not',
      { profiles: [{ profileId: '00000000-0000-4000-8000-00000000dead', version: null }] },
      {
        pointer: 'changes.profiles.00000000-0000-4000-8000-00000000dead',
        ...{ code: 'unknown_profile', value: '00000000-0000-4000-8000-00000000dead' },
      },
    ],
    [
      'more minutes than a day has',
      { minutes: { documents: 10, nii: 15, physical: 5_000 } },
      {
        ...{ pointer: 'changes.minutes.physical', code: 'too_big', value: '5000' },
      },
    ],
  ])('%s', async (_title, changes, expected) => {
    expect(await faultsOf(changes)).toContainEqual(expect.objectContaining(expected));
  });

  it('a period that ends before it begins, is not over, is too long, or brought nothing', async () => {
    expect(await faultsOf({}, { toOn: '2026-11-01' })).toMatchObject([{ pointer: 'toOn', code: 'period' }]);
    expect(await faultsOf({}, { toOn: '2026-11-20' })).toMatchObject([{ pointer: 'toOn', code: 'day_not_over' }]);
    expect(await faultsOf({}, { fromOn: '2022-01-01' })).toMatchObject([{ pointer: 'toOn', code: 'period_long' }]);
    expect(await faultsOf({}, { fromOn: '2026-11-08', toOn: '2026-11-09' })).toEqual([
      { pointer: 'fromOn', code: 'no_consignments', value: '2026-11-08 2026-11-09' },
    ]);
    expect(await faultsOf({}, { fromOn: '2021-05-01', toOn: '2021-06-01' })).toContainEqual({
      ...{ pointer: 'fromOn', code: 'no_law', value: '2021-05-01' },
    });
    expect(await faultsOf({}, { title: ' ' })).toMatchObject([{ pointer: 'title' }]);
  });

  it('slots and profiles of somebody who does not see them', async () => {
    const slots = [{ officeId: 'NLRTM', documents: '1', nii: '', physical: '' }];
    expect(await faultsOf({ slots }, { actor: analyst })).toEqual([{ pointer: 'changes.slots', code: 'not_yours' }]);
    const parameters = [{ kind: 'capacity', key: 'office', value: { slots: NO_LIMIT, randomShare: '0.1' } }];
    expect(await faultsOf({ parameters }, { actor: analyst })).toEqual([
      { pointer: 'changes.capacity.office', code: 'not_yours' },
    ]);
  });
});

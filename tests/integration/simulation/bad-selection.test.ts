import { beforeAll, expect, it } from 'vitest';
import type { Changes } from '@/lib/simulation/changes';
import { aConsignment, receivedAt } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { type Fault, simulationFaults } from '../../support/simulation-faults';

useDatabase();
beforeAll(async () => {
  await aConsignment(await aDesk(), receivedAt(new Date('2026-11-03T08:00:00Z')));
});

const faultsOf = simulationFaults(someone('risk_manager', 'NLRTM'));
const exchange = (key: string, unitsPerBase: string) => ({ kind: 'exchange_rate', key, value: { unitsPerBase } });
const NO_LIMIT = { documents: null, nii: null, physical: null };

it.each<[string, Partial<Record<keyof Changes, unknown>>, Fault]>([
  [
    'a rate of exchange for a currency there is not',
    { parameters: [exchange('EUX', '1.1')] },
    {
      ...{ pointer: 'changes.exchange_rate.EUX', code: 'unknown_currency', value: 'EUX' },
    },
  ],
  [
    'a rate of exchange of our own currency',
    { parameters: [exchange('EUR', '1')] },
    {
      ...{ pointer: 'changes.exchange_rate.EUR', code: 'own_currency', value: 'EUR' },
    },
  ],
  [
    'a rate of exchange that is missing',
    { parameters: [exchange('USD', '')] },
    {
      ...{ pointer: 'changes.exchange_rate.USD.unitsPerBase', code: 'negative_or_no_decimal' },
    },
  ],
  [
    'a negative rate of exchange',
    { parameters: [exchange('USD', '-1.1')] },
    {
      ...{ pointer: 'changes.exchange_rate.USD.unitsPerBase', code: 'not_above_zero', value: '-1.1' },
    },
  ],
  [
    'an absurd rate of exchange',
    { parameters: [exchange('USD', '99999999')] },
    {
      ...{ pointer: 'changes.exchange_rate.USD.unitsPerBase', code: 'absurd_rate', value: '99999999' },
    },
  ],
  [
    'a lane that begins above every score',
    { parameters: [{ kind: 'lane', key: 'red', value: { fromScore: 101 } }] },
    {
      ...{ pointer: 'changes.lane.red.fromScore', code: 'percent_range', value: '101' },
    },
  ],
  [
    'a lane there is not',
    { parameters: [{ kind: 'lane', key: 'purple', value: { fromScore: 50 } }] },
    {
      ...{ pointer: 'changes.lane.purple', code: 'no_key', value: 'purple' },
    },
  ],
  [
    'a stricter lane that would begin below a milder one',
    { parameters: [{ kind: 'lane', key: 'red', value: { fromScore: 20 } }] },
    {
      ...{ pointer: 'changes.lane.red.fromScore', code: 'lanes_crossed', value: '20' },
    },
  ],
  [
    'a draw of everything',
    { parameters: [{ kind: 'random', key: 'draw', value: { probability: '1' } }] },
    {
      ...{ pointer: 'changes.random.draw.probability', code: 'no_share', value: '1' },
    },
  ],
  [
    'a negative share of the examinations',
    { parameters: [{ kind: 'capacity', key: 'office', value: { slots: NO_LIMIT, randomShare: '-0.1' } }] },
    {
      ...{ pointer: 'changes.capacity.office.randomShare', code: 'no_share', value: '-0.1' },
    },
  ],
  [
    'an indicator that counts less than nothing',
    { indicators: [{ code: 'splitting', percent: -5 }] },
    {
      ...{ pointer: 'changes.indicators.splitting.percent', code: 'negative', value: '-5' },
    },
  ],
  [
    'an indicator that counts absurdly much',
    { indicators: [{ code: 'splitting', percent: 5_000 }] },
    {
      ...{ pointer: 'changes.indicators.splitting.percent', code: 'absurd_percentage', value: '5000' },
    },
  ],
  [
    'an indicator there is not',
    { indicators: [{ code: 'hunch', percent: 50 }] },
    {
      ...{ pointer: 'changes.indicators.hunch.code', code: 'invalid_value', value: 'hunch' },
    },
  ],
  [
    'an indicator twice',
    {
      indicators: [
        { code: 'splitting', percent: 0 },
        { code: 'splitting', percent: 50 },
      ],
    },
    {
      ...{ pointer: 'changes.indicators.splitting', code: 'twice' },
    },
  ],
])('%s is refused with its place, its rule and its value', async (_title, changes, expected) => {
  expect(await faultsOf(changes)).toContainEqual(expect.objectContaining(expected));
});

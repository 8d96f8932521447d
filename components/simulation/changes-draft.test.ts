import { describe, expect, it } from 'vitest';
import { EU_AFTER, EU_FLAT } from '@/lib/charges/examples/eu';
import { CHANGES, type Changes, NO_CHANGES } from '@/lib/simulation/changes';
import { changesOf, draftOf } from './changes-draft';

const NO_LIMIT = { documents: null, nii: null, physical: null };
const LOW = { limit: '150', citation: 'An act' };
const STANDING = [
  { kind: 'threshold' as const, key: 'low_value', value: LOW },
  { kind: 'charge_law' as const, key: 'own', value: EU_FLAT.law },
  { kind: 'vat_rate' as const, key: 'standard', value: { ratePercent: '21', prefixes: [] } },
  { kind: 'vat_rate' as const, key: 'reduced', value: { ratePercent: '9', prefixes: ['49'] } },
  { kind: 'lane' as const, key: 'yellow', value: { fromScore: 25 } },
  { kind: 'lane' as const, key: 'red', value: { fromScore: 58 } },
  { kind: 'random' as const, key: 'draw', value: { probability: '0.005' } },
  { kind: 'capacity' as const, key: 'office', value: { slots: NO_LIMIT, randomShare: '0.05' } },
];

describe('changes as they are typed', () => {
  it('are none where nothing was altered', () => {
    expect(changesOf(draftOf(STANDING, NO_CHANGES), STANDING)).toEqual(NO_CHANGES);
  });

  it('are those of another simulation, to the last part, where they began with it', () => {
    const changes: Changes = {
      parameters: [
        { kind: 'charge_law', key: 'own', value: EU_AFTER.law },
        { kind: 'threshold', key: 'low_value', value: { ...LOW, limit: '22' } },
        { kind: 'vat_rate', key: 'standard', value: { ratePercent: '25', prefixes: [] } },
        { kind: 'duty_rate', key: '6403', value: { ratePercent: null, text: '8 % + 1.5 EUR/kg' } },
        { kind: 'exchange_rate', key: 'USD', value: { unitsPerBase: '1.25' } },
        { kind: 'lane', key: 'yellow', value: { fromScore: 30 } },
        { kind: 'random', key: 'draw', value: { probability: '0.01' } },
        { kind: 'capacity', key: 'office', value: { slots: NO_LIMIT, randomShare: '0.1' } },
      ],
      indicators: [
        { code: 'splitting', percent: 0 },
        { code: 'routing', percent: 150 },
      ],
      slots: [{ officeId: 'NLRTM', documents: 5, nii: 0, physical: null }],
      profiles: [{ profileId: '2b1c3a7e-8a6f-4d57-9a43-0c6f0a3c9f10', version: null }],
      minutes: { documents: 5, nii: 20, physical: 60 },
    };
    expect(CHANGES.parse(changesOf(draftOf(STANDING, changes), STANDING))).toEqual(changes);
  });

  it('stay as they were typed where they cannot be read, for the fault to name them', () => {
    const draft = { ...draftOf(STANDING, NO_CHANGES), minutes: { documents: 'ten', nii: '15', physical: '45' } };
    expect(changesOf(draft, STANDING)).toMatchObject({ minutes: { documents: 'ten', nii: 15 } });
    const other = { ...draftOf(STANDING, NO_CHANGES), selection: { 'lane.red': 'high' }, exchange: 'USD' };
    expect(changesOf(other, STANDING)).toMatchObject({
      parameters: expect.arrayContaining([
        { kind: 'exchange_rate', key: 'USD', value: { unitsPerBase: '' } },
        { kind: 'lane', key: 'red', value: { fromScore: 'high' } },
      ]),
    });
  });
});

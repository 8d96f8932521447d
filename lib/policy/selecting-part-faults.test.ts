import { type PartCase, partsAreHeld } from '@/tests/support/part-cases';
import type { ChangedKind } from './change';

type SelectingKind = Extract<ChangedKind, 'lane' | 'random' | 'capacity' | 'indicator'>;

/** Of the kinds that say who is controlled: what may stand, and what may not with its place and rule. */
const CASES: Readonly<Record<SelectingKind, PartCase>> = {
  lane: {
    good: ['yellow', { fromScore: 30 }],
    bad: [
      ['a score above every score', 'red', { fromScore: 101 }, 'fromScore', 'percent_range', '101'],
      ['a negative score', 'red', { fromScore: -1 }, 'fromScore', 'percent_range', '-1'],
      ['half a point', 'red', { fromScore: 1.5 }, 'fromScore', 'not_a_whole_number', '1.5'],
      ['a lane that begins at no score', 'green', { fromScore: 0 }, '', 'no_key'],
    ],
  },
  random: {
    good: ['draw', { probability: '0.005' }],
    bad: [
      ['a share of all', 'draw', { probability: '1' }, 'probability', 'no_share', '1'],
      ['no such draw', 'other', { probability: '0.1' }, '', 'no_key'],
    ],
  },
  capacity: {
    good: ['office', { slots: { documents: 20, nii: null, physical: 5 }, randomShare: '0.05' }],
    bad: [
      [
        'negative slots',
        'office',
        { slots: { documents: -1, nii: null, physical: 5 }, randomShare: '0.05' },
        ...(['slots.documents', 'negative', '-1'] as const),
      ],
      [
        'absurd slots',
        'office',
        { slots: { documents: null, nii: 100_001, physical: 5 }, randomShare: '0.05' },
        ...(['slots.nii', 'absurd_count', '100001'] as const),
      ],
      [
        'a share of all',
        'office',
        { slots: { documents: null, nii: null, physical: null }, randomShare: '1' },
        ...(['randomShare', 'no_share', '1'] as const),
      ],
    ],
  },
  indicator: {
    good: ['threshold_bunching', { fromPercent: 95, points: 20 }],
    bad: [
      ['absurd points', 'threshold_bunching', { fromPercent: 95, points: 101 }, 'points', 'percent_range', '101'],
      [
        'an absurd per cent',
        'threshold_bunching',
        { fromPercent: 1_001, points: 1 },
        'fromPercent',
        'absurd_percentage',
      ],
      [
        'an absurd count',
        'vague_description',
        { points: 1, pointsPattern: 1, minLetters: 2_000_000 },
        ...(['minLetters', 'absurd_count'] as const),
      ],
      [
        'an absurd amount',
        'first_seen_sender',
        { points: 1, pointsHighValue: 1, highValue: '9999999999999' },
        ...(['highValue', 'absurd_amount'] as const),
      ],
      [
        'a range that holds nothing',
        'mass_value',
        {
          ...{ points: 1, minGramsPerPiece: 1, netOverGrossPercent: 110, pointsNetOverGross: 1 },
          valuePerKg: { '61': { low: '600', high: '3' } },
        },
        ...(['valuePerKg.61.low', 'range_empty', '600'] as const),
      ],
      [
        'a country twice',
        'routing',
        { points: 1, pointsMax: 2, hubs: ['HK', 'HK'], areas: [] },
        ...(['hubs', 'twice'] as const),
      ],
      ['no such indicator', 'luck', { points: 1 }, '', 'no_key'],
    ],
  },
};

partsAreHeld(CASES);

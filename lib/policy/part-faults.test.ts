import { type PartCase, partsAreHeld } from '@/tests/support/part-cases';
import type { ChangedKind } from './change';
import { PARAMETERS } from './parameters';

type SelectingKind = 'lane' | 'random' | 'capacity' | 'indicator';

const scheme = PARAMETERS.find(({ kind, key }) => kind === 'threshold' && key === 'vendor_scheme')?.value as object;
const TRUSTED = {
  ...{ consignments: 100, beforeArrivalPercent: 90, completePercent: 90, codedPercent: 80 },
  ...{ answeredInTimePercent: 80, findingsPercent: 10, drawPercent: 50 },
};
const rule = { decisions: ['return'], valueAbove: '5000', correctionAbove: null, unexaminedIn: null };

/**
 * Of every kind of parameter that people change: what may stand, and what may not with its place and rule. A new kind must say its own;
 * the law of charges has a file of its own, and so do the kinds that say
 * who is controlled.
 */
const CASES: Readonly<Record<Exclude<ChangedKind, 'charge_law' | SelectingKind>, PartCase>> = {
  threshold: {
    good: ['vendor_scheme', scheme],
    bad: [
      ['a negative limit', 'low_value', { limit: '-1', citation: 'x' }, 'limit', 'plain_amount', '-1'],
      ['an absurd limit', 'low_value', { limit: '9999999999999', citation: 'x' }, 'limit', 'absurd_amount'],
      ['no law', 'low_value', { limit: '1', citation: '' }, 'citation', 'required'],
      ['a missing part', 'low_value', { limit: '1' }, 'citation', 'required'],
      [
        'no commodity code',
        'reduced_dataset',
        { limit: '1', excluded: ['22a'], citation: 'x' },
        'excluded',
        'no_subheading',
        '22a',
      ],
      ['a code twice', 'reduced_dataset', { limit: '1', excluded: ['22', '22'], citation: 'x' }, 'excluded', 'twice'],
      ['no state', 'vendor_scheme', { ...scheme, stateCodes: ['NL'] }, 'stateCodes', 'no_state', 'NL'],
      [
        'absurd digits',
        'vendor_scheme',
        { ...scheme, digitsAfterState: 99 },
        'digitsAfterState',
        'absurd_digits',
        '99',
      ],
      ['no such threshold', 'other', { limit: '1', citation: 'x' }, '', 'no_key'],
    ],
  },
  vat_rate: {
    good: ['standard', { ratePercent: '21', prefixes: [] }],
    bad: [
      ['a negative rate', 'standard', { ratePercent: '-21', prefixes: [] }, 'ratePercent', 'plain_percentage', '-21'],
      [
        'an absurd rate',
        'standard',
        { ratePercent: '1000.1', prefixes: [] },
        'ratePercent',
        'absurd_percentage',
        '1000.1',
      ],
      ['a code twice', 'reduced', { ratePercent: '9', prefixes: ['49', '49'] }, 'prefixes', 'twice'],
      ['no key', 'Standard rate', { ratePercent: '21', prefixes: [] }, '', 'no_key'],
    ],
  },
  duty_rate: {
    good: ['6109', { ratePercent: null, text: '5 % + 1.20 EUR/kg' }],
    bad: [
      ['a negative rate', '6109', { ratePercent: '-5' }, 'ratePercent', 'plain_percentage', '-5'],
      ['an absurd rate', '6109', { ratePercent: '5000' }, 'ratePercent', 'absurd_percentage', '5000'],
      ['words nobody can read', '6109', { ratePercent: null, text: 'a lot' }, '', 'no_rate', 'a lot'],
      ['no code', '61x', { ratePercent: '5' }, '', 'no_prefix', '61x'],
    ],
  },
  exchange_rate: {
    good: ['USD', { unitsPerBase: '1.1684' }],
    bad: [
      ['an unknown currency', 'XXQ', { unitsPerBase: '1' }, '', 'unknown_currency', 'XXQ'],
      ['the own currency', 'EUR', { unitsPerBase: '1' }, '', 'own_currency', 'EUR'],
      ['a negative rate', 'USD', { unitsPerBase: '-1' }, 'unitsPerBase', 'not_above_zero', '-1'],
      ['nought', 'USD', { unitsPerBase: '0' }, 'unitsPerBase', 'not_above_zero', '0'],
      ['no number', 'USD', { unitsPerBase: 'one' }, 'unitsPerBase', 'negative_or_no_decimal', 'one'],
      ['an absurd rate', 'USD', { unitsPerBase: '100000000' }, 'unitsPerBase', 'absurd_rate'],
    ],
  },
  clock: {
    good: ['lease', { minutes: 20 }],
    bad: [
      ['nought', 'lease', { minutes: 0 }, 'minutes', 'not_above_zero', '0'],
      ['a fraction', 'lease', { minutes: 1.5 }, 'minutes', 'not_a_whole_number', '1.5'],
      ['no number', 'lease', { minutes: 'soon' }, 'minutes', 'not_a_whole_number', 'soon'],
      ['more than a year', 'lease', { minutes: 9_999_999 }, 'minutes', 'absurd_minutes', '9999999'],
    ],
  },
  shift: {
    good: ['usual', { ends: ['06:00', '14:00'] }],
    bad: [
      ['no time', 'usual', { ends: ['25:00'] }, 'ends', 'no_time', '25:00'],
      ['a time twice', 'usual', { ends: ['06:00', '06:00'] }, 'ends', 'twice'],
      ['none', 'usual', { ends: [] }, 'ends', 'required'],
    ],
  },
  power: {
    good: ['refuse', { roles: ['officer', 'supervisor'], officerUpTo: '500' }],
    bad: [
      ['no role at all', 'refuse', { roles: [], officerUpTo: null }, 'roles', 'required'],
      ['a role twice', 'refuse', { roles: ['officer', 'officer'], officerUpTo: null }, 'roles', 'twice'],
      ['a role that decides nothing', 'refuse', { roles: ['analyst'], officerUpTo: null }, 'roles', 'invalid_value'],
      [
        'a limit for who may not',
        'refuse',
        { roles: ['supervisor'], officerUpTo: '1' },
        'officerUpTo',
        'no_power_to_limit',
      ],
      ['goods for nobody', 'refuse', { roles: ['officer'], officerUpTo: '500' }, 'officerUpTo', 'nobody_above'],
      [
        'a negative limit',
        'refuse',
        { roles: ['officer', 'supervisor'], officerUpTo: '-1' },
        'officerUpTo',
        'plain_amount',
      ],
      [
        'a limit beyond all',
        'refuse',
        { roles: ['officer', 'supervisor'], officerUpTo: '1000000000000' },
        'officerUpTo',
        'absurd_amount',
      ],
      ['no decision', 'pardon', { roles: ['officer'], officerUpTo: null }, '', 'no_key'],
    ],
  },
  retention: {
    good: ['consignments', { days: 3_650 }],
    bad: [
      ['nought', 'consignments', { days: 0 }, 'days', 'not_above_zero', '0'],
      ['an absurd period', 'consignments', { days: 99_999 }, 'days', 'absurd_days', '99999'],
    ],
  },
  appeal: {
    good: ['decisions', { days: 30, remedy: 'a review' }],
    bad: [
      ['a negative period', 'decisions', { days: -3, remedy: 'a review' }, 'days', 'not_above_zero', '-3'],
      ['an absurd period', 'decisions', { days: 9_999, remedy: 'a review' }, 'days', 'absurd_days', '9999'],
      ['no remedy', 'decisions', { days: 30, remedy: '' }, 'remedy', 'required'],
    ],
  },
  trust: {
    good: ['reliable', TRUSTED],
    bad: [
      ['more than all', 'reliable', { ...TRUSTED, completePercent: 101 }, 'completePercent', 'above_hundred', '101'],
      ['a negative share', 'reliable', { ...TRUSTED, findingsPercent: -1 }, 'findingsPercent', 'negative', '-1'],
      ['a draw that is spared', 'reliable', { ...TRUSTED, drawPercent: 5 }, 'drawPercent', 'draw_percent', '5'],
      ['no such level', 'splendid', TRUSTED, '', 'no_key'],
    ],
  },
  collection: {
    good: ['payments', { paidBefore: ['buyer'], refundAloneUpTo: '1000' }],
    bad: [
      [
        'a negative amount',
        'payments',
        { paidBefore: [], refundAloneUpTo: '-1' },
        'refundAloneUpTo',
        'plain_amount',
        '-1',
      ],
      [
        'an absurd amount',
        'payments',
        { paidBefore: [], refundAloneUpTo: '9999999999999' },
        'refundAloneUpTo',
        'absurd_amount',
      ],
      [
        'no such model',
        'payments',
        { paidBefore: ['nobody'], refundAloneUpTo: '1' },
        'paidBefore',
        'invalid_value',
        'nobody',
      ],
      ['a model twice', 'payments', { paidBefore: ['buyer', 'buyer'], refundAloneUpTo: '1' }, 'paidBefore', 'twice'],
    ],
  },
  second_officer: {
    good: ['further', rule],
    bad: [
      ['a negative amount', 'further', { ...rule, valueAbove: '-5' }, 'valueAbove', 'plain_amount', '-5'],
      ['an absurd amount', 'further', { ...rule, valueAbove: '9999999999999' }, 'valueAbove', 'absurd_amount'],
      ['no such decision', 'further', { ...rule, decisions: ['burn'] }, 'decisions', 'invalid_value', 'burn'],
      ['a decision twice', 'further', { ...rule, decisions: ['return', 'return'] }, 'decisions', 'twice'],
      ['a seizure by one', 'seizure', { ...rule, decisions: ['seize'] }, '', 'always_seconded'],
    ],
  },
  second_look: {
    good: ['share', { probability: '0.05' }],
    bad: [
      ['one or more', 'share', { probability: '1' }, 'probability', 'no_share', '1'],
      ['a negative share', 'share', { probability: '-0.1' }, 'probability', 'no_share', '-0.1'],
    ],
  },
};

partsAreHeld(CASES);

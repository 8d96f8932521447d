import type { ChangedKind } from './change';

/** Kinds the book of the policy shows row by row; tariff and rates of exchange are lists of thousands with a page of their own. */
export const SHOWN_KINDS = [
  'charge_law',
  'threshold',
  'vat_rate',
  'clock',
  'shift',
  'retention',
  'appeal',
  'trust',
  'collection',
  'second_officer',
  'second_look',
  'power',
  'lane',
  'random',
  'capacity',
  'indicator',
] as const satisfies readonly ChangedKind[];
export type ShownKind = (typeof SHOWN_KINDS)[number];

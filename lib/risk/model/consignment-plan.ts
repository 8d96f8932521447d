import type { FeaturePlan } from './plan';

/** Reasons an officer reads a score under. */
export const CONSIGNMENT_REASONS = [
  'goods_history',
  'origin_route_history',
  'sender_history',
  'importer_history',
  'marketplace_channel',
  'value',
  'unit_value',
  'mass',
  'duty_at_stake',
] as const;
export type ConsignmentReason = (typeof CONSIGNMENT_REASONS)[number];

const keys = (reason: ConsignmentReason, ...crosses: readonly string[]) =>
  crosses.map((cross) => ({ fields: cross.split('+'), reason }));

/**
 * What the model learns from in consignments. Codes: hs2, hs4, hs6, origin, dispatch, sender, importer, marketplace, channel;
 * numbers: value, netMass, unitValue (by mass), duty (duty and tax), all in major units of one currency and kilograms.
 */
export const CONSIGNMENT_PLAN: FeaturePlan = {
  smoothing: 20,
  numbers: [
    { field: 'value', reason: 'value' },
    { field: 'netMass', reason: 'mass' },
    { field: 'unitValue', reason: 'unit_value' },
    { field: 'duty', reason: 'duty_at_stake' },
  ],
  bands: [{ field: 'massBand', of: 'netMass', perDoubling: 1 }],
  keys: [
    ...keys('goods_history', 'hs2', 'hs4', 'hs6', 'hs6+origin', 'hs6+massBand'),
    ...keys('origin_route_history', 'origin', 'dispatch', 'dispatch+origin'),
    ...keys('sender_history', 'sender', 'sender+hs4'),
    ...keys('importer_history', 'importer', 'importer+hs4'),
    ...keys('marketplace_channel', 'marketplace', 'channel', 'marketplace+hs4'),
  ],
  deviations: [
    { of: 'unitValue', within: ['hs6'], reason: 'unit_value' },
    { of: 'unitValue', within: ['hs6', 'origin'], reason: 'unit_value' },
    { of: 'value', within: ['sender'], reason: 'value' },
    { of: 'netMass', within: ['hs6'], reason: 'mass' },
  ],
};

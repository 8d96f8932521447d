import type { FeaturePlan } from './plan';

/** Reasons an officer reads a score under: twelve at most, so that all of them fit on the screen. */
export const CONSIGNMENT_REASONS = [
  'value',
  'unit_value',
  'mass',
  'duty_at_stake',
  'sender_results',
  'sender_traffic',
  'recipient_results',
  'recipient_traffic',
  'data_quality',
  'goods_history',
  'origin_route_history',
  'marketplace_channel',
] as const;
export type ConsignmentReason = (typeof CONSIGNMENT_REASONS)[number];

const numbers = (reason: ConsignmentReason, ...fields: readonly string[]) => fields.map((field) => ({ field, reason }));
const keys = (reason: ConsignmentReason, ...crosses: readonly string[]) =>
  crosses.map((cross) => ({ fields: cross.split('+'), reason }));

/**
 * What the model learns from in consignments; the fields are those of `consignmentRow`. What examinations found of goods, routes
 * and marketplaces is counted at training and goes with the model; what they found of a sender or recipient is counted from day to
 * day by the assessment, so that a model knows of yesterday's seizure. Neither profiles nor indicators are among them: what officers
 * decided is not to come back as what was learnt.
 */
export const CONSIGNMENT_PLAN: FeaturePlan = {
  smoothing: 20,
  numbers: [
    ...numbers('value', 'intrinsicValueMinor', 'itemCount', 'pieces'),
    ...numbers('unit_value', 'valuePerKgMinor', 'valuePerPieceMinor'),
    ...numbers('mass', 'massG'),
    ...numbers('duty_at_stake', 'chargesMinor'),
    ...numbers('sender_results', 'senderExamined365d', 'senderFindings365d'),
    { field: 'senderKnownDays', reason: 'sender_traffic', ages: true },
    ...numbers('sender_traffic', 'senderConsignments7d', 'senderConsignments30d', 'senderGifts30d'),
    ...numbers('recipient_results', 'recipientExamined365d', 'recipientFindings365d'),
    { field: 'recipientKnownDays', reason: 'recipient_traffic', ages: true },
    ...numbers('recipient_traffic', 'recipientConsignments7d', 'recipientConsignments30d'),
    ...numbers('recipient_traffic', 'recipientValueMinor30d', 'addressConsignments30d'),
    ...numbers('data_quality', 'qualityScore', 'warnings'),
    ...numbers('marketplace_channel', 'schemeSenders30d', 'schemeConsignments30d'),
  ],
  bands: [{ field: 'massBand', of: 'massG', perDoubling: 1 }],
  keys: [
    ...keys('goods_history', 'hs6', 'hs4', 'hs2', 'hs6+origin', 'hs6+massBand'),
    ...keys('origin_route_history', 'dispatch+origin', 'origin', 'dispatch'),
    ...keys('marketplace_channel', 'marketplace', 'channel', 'collection', 'transaction', 'marketplace+hs4'),
  ],
  deviations: [
    { of: 'valuePerPieceMinor', within: ['hs6'], reason: 'unit_value' },
    { of: 'valuePerPieceMinor', within: ['hs4', 'origin'], reason: 'unit_value' },
    { of: 'valuePerKgMinor', within: ['hs6'], reason: 'unit_value' },
    { of: 'massG', within: ['hs6'], reason: 'mass' },
  ],
  ratios: [
    { hits: 'senderFindings365d', of: 'senderExamined365d', reason: 'sender_results' },
    { hits: 'recipientFindings365d', of: 'recipientExamined365d', reason: 'recipient_results' },
  ],
};

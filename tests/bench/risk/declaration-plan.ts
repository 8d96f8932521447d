import type { FeaturePlan } from '@/lib/risk/model/plan';

const keys = (reason: string, ...keys: readonly string[]) => keys.map((key) => ({ fields: key.split('+'), reason }));

/** What the model learns from in declarations of the published layout, in the order of their weight in the trade. */
export const DECLARATION_PLAN: FeaturePlan = {
  smoothing: 20,
  numbers: [
    { field: 'netMass', reason: 'mass' },
    { field: 'price', reason: 'value' },
    { field: 'unitPrice', reason: 'unit_value' },
    { field: 'rate', reason: 'tax_treatment' },
    { field: 'duty', reason: 'duty_at_stake' },
  ],
  bands: [{ field: 'massBand', of: 'netMass', perDoubling: 2 }],
  keys: [
    ...keys('goods_history', 'hs2', 'hs4', 'hs6'),
    ...keys('origin_route_history', 'origin', 'dispatch', 'dispatch+origin', 'originIndicator'),
    ...keys('goods_origin_history', 'hs2+origin', 'hs4+origin', 'hs6+origin', 'hs6+dispatch+origin'),
    ...keys('tax_treatment', 'rate', 'taxType', 'hs6+taxType', 'hs6+rate', 'origin+rate', 'origin+taxType'),
    ...keys('tax_treatment', 'hs6+dispatch+origin+rate+taxType'),
    ...keys('mass', 'massBand', 'hs6+massBand', 'hs6+origin+massBand'),
    ...keys('repeat', 'hs6+dispatch+origin+rate+taxType+netMass'),
    ...keys('importer_history', 'importer', 'importer+hs4', 'importer+origin', 'importer+declarant'),
    ...keys('partner_history', 'declarant', 'seller', 'courier'),
    ...keys('procedure', 'office', 'processType', 'importType', 'importUse', 'paymentType', 'transportMode'),
  ],
  deviations: [
    { of: 'unitPrice', within: ['hs6'], reason: 'unit_value' },
    { of: 'unitPrice', within: ['hs6', 'origin'], reason: 'unit_value' },
    { of: 'unitPrice', within: ['hs4'], reason: 'unit_value' },
    { of: 'netMass', within: ['hs6'], reason: 'mass' },
  ],
};

import { DECISION_KINDS } from '@/lib/consignment/codes';
import { rows } from '../parameter';

/**
 * Who may take which decision, and up to which value of the goods (in the currency of the administration; null sets no limit). The
 * example takes nothing away from what the roles of the product may; no row gives more.
 */
export const POWERS = rows(
  {
    kind: 'power',
    validFrom: '2021-07-01',
    source: 'Luxor authors: powers as an administration may order them',
    edition: 'example 2026-1',
  },
  Object.fromEntries(DECISION_KINDS.map((kind) => [kind, { roles: ['officer', 'supervisor'], officerUpTo: null }])),
);

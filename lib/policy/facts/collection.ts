import { rows } from '../parameter';

/**
 * Who pays before the goods leave, and up to what one person pays money back. The Code lets no goods go whose debt is neither paid nor secured (Article 195(1)); buyers have no
 * deferment, operators and intermediaries pay by the month under a guarantee (Article 110).
 */
export const COLLECTION = rows(
  {
    kind: 'collection',
    validFrom: '2021-07-01',
    source: 'Regulation (EU) No 952/2013, Articles 108(1), 110 and 195(1)',
    edition: 'example 2026-1',
  },
  { payments: { paidBefore: ['buyer'], refundAloneUpTo: '1000' } },
);

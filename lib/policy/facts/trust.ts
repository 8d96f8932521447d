import { rows } from '../parameter';

/**
 * What the figures of a partner must reach before it is trusted. The Code names the criteria of an authorised operator (Article 39) and no
 * figures, and the framework of the WCO asks for the concept to be extended to e-commerce (standard 6): the figures are those of the example administration.
 */
export const TRUST = rows(
  {
    kind: 'trust',
    validFrom: '2021-07-01',
    source:
      'Regulation (EU) No 952/2013, Article 39; WCO Cross-Border E-Commerce Framework of Standards, standard 6; the figures are those of the example administration',
    edition: 'example 2026-1',
  },
  {
    reliable: {
      ...{ consignments: 100, beforeArrivalPercent: 90, completePercent: 90, codedPercent: 80 },
      ...{ answeredInTimePercent: 80, findingsPercent: 10, drawPercent: 50 },
    },
    authorised: {
      ...{ consignments: 300, beforeArrivalPercent: 97, completePercent: 97, codedPercent: 95 },
      ...{ answeredInTimePercent: 95, findingsPercent: 5, drawPercent: 20 },
    },
  },
);

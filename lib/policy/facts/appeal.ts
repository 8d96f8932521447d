import { rows } from '../parameter';

/** How long a decision can be appealed, and before whom. The Code gives the right (Article 44); the period is national law. */
export const APPEAL = rows(
  {
    kind: 'appeal',
    validFrom: '2021-07-01',
    source: 'Regulation (EU) No 952/2013, Articles 22(7) and 44; the period is that of the example administration',
    edition: 'example 2026-1',
  },
  {
    decisions: { days: 30, remedy: 'a review by the customs office that decided, and after it an appeal to the court' },
  },
);

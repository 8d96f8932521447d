import { rows } from '../parameter';

/**
 * How long what is kept of a consignment is kept at least, counted from the newest of its data, decision and release. The Code leaves the periods to each
 * administration; those of the example are the ones in which a customs debt can still be notified.
 */
const LONGEST = rows(
  {
    kind: 'retention',
    validFrom: '2021-07-01',
    source:
      'Regulation (EU) No 952/2013, Article 103(2): ten years at most, where the debt came of an act that is punished',
    edition: 'example 2026-1',
  },
  { consignments: { days: 3_653 } },
);
const ORDINARY = rows(
  {
    kind: 'retention',
    validFrom: '2021-07-01',
    source: 'Regulation (EU) No 952/2013, Article 103(1): three years, in which a customs debt is notified',
    edition: 'example 2026-1',
  },
  { attachments: { days: 1_096 } },
);
const SENT = rows(
  {
    kind: 'retention',
    validFrom: '2021-07-01',
    source:
      'Regulation (EU) No 952/2013, Article 51(1): three years, for which declarations are kept for customs controls',
    edition: 'example 2026-1',
  },
  { submissions: { days: 1_096 } },
);
/** No law of customs: what is known of the staff goes when nobody learns from it any longer. */
const TRAININGS = rows(
  {
    kind: 'retention',
    validFrom: '2021-07-01',
    source:
      'Regulation (EU) 2016/679, Article 5(1)(e): no longer than it is needed; the period is that of the example administration',
    edition: 'example 2026-1',
  },
  { trainings: { days: 731 } },
);
export const RETENTION = [...LONGEST, ...ORDINARY, ...SENT, ...TRAININGS];

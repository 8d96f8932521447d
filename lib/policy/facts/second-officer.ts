import { rows } from '../parameter';

/**
 * Which decisions take a second officer, by kind and amount (amounts in the currency of the administration): every condition of a row
 * must hold, null asks nothing. What takes property from its owner always does; the database holds that too.
 */
export const SECOND_OFFICER = rows(
  {
    kind: 'second_officer',
    validFrom: '2021-07-01',
    source: 'Luxor authors: separation of duties as an administration may order it',
    edition: 'example 2026-1',
  },
  {
    seizure: { decisions: ['seize'], valueAbove: null, correctionAbove: null, unexaminedIn: null },
    destruction: { decisions: ['destroy'], valueAbove: null, correctionAbove: null, unexaminedIn: null },
    large_correction: {
      decisions: ['release_with_correction'],
      valueAbove: null,
      correctionAbove: '500',
      unexaminedIn: null,
    },
    unexamined_red: { decisions: ['release'], valueAbove: '1000', correctionAbove: null, unexaminedIn: ['red'] },
    valuable_goods_leave: {
      decisions: ['return', 're_export', 'abandon'],
      valueAbove: '5000',
      correctionAbove: null,
      unexaminedIn: null,
    },
  },
);

/** Which share of what one officer decided alone another officer looks at again without knowing what the first decided. */
export const SECOND_LOOK = rows(
  {
    kind: 'second_look',
    validFrom: '2021-07-01',
    source: 'Luxor authors: quality control as an administration may order it',
    edition: 'example 2026-1',
  },
  { share: { probability: '0.05' } },
);

import type { Field } from './fields';

/** What a list holds: it fits the fields whose values are of the same kind. */
export const LISTED_KINDS = ['country', 'hs', 'scheme', 'office', 'partner', 'currency', 'text'] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

/** Where an edition stands. Proposed: waits for a second person. In force until a newer one is. */
export const LIST_STATES = ['proposed', 'in_force', 'refused', 'superseded'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** Most entries of a list: every import reads them all. */
export const LIST_ENTRIES_MAX = 5_000;

const ofCode = (kind: Field['codes']) => (field: Pick<Field, 'kind' | 'codes'>) => field.codes === kind;

/** Whether a list of a kind may be compared with a field. */
export const LISTS_OF: Readonly<Record<ListedKind, (field: Pick<Field, 'kind' | 'codes'>) => boolean>> = {
  country: ofCode('country'),
  hs: ofCode('hs'),
  scheme: ofCode('scheme'),
  office: ofCode('office'),
  partner: ofCode('partner'),
  currency: ofCode('currency'),
  text: ({ kind }) => kind === 'text',
};

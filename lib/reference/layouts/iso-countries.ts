import { type Layout, rowByRow, UNDATED } from '../layout';

/** Codes ISO 3166-1 leaves to users, and those it reserves for the Union: customs gives them a meaning of its own. */
const USER_ASSIGNED = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ|EU)$/;
const ALPHA_2 = /^[A-Z]{2}$/;

/** Countries of ISO 3166-1. */
export const ISO_COUNTRIES: Layout = {
  name: 'iso-countries',
  kind: 'countries',
  columns: ['alpha2', 'alpha3', 'numeric', 'name_display'],
  source: 'ISO 3166-1',
  listOf: (key) => (USER_ASSIGNED.test(key) ? null : 'iso'),
  rows: rowByRow((row) => ({
    rowKind: 'country',
    key: row.shaped('alpha2', ALPHA_2, 'NL'),
    value: {
      name: row.required('name_display'),
      alpha3: row.shaped('alpha3', /^[A-Z]{3}$/, 'NLD'),
      numeric: row.shaped('numeric', /^\d{3}$/, '528'),
    },
    ...UNDATED,
  })),
};

/** Codes beside ISO 3166-1 that customs uses. */
export const CUSTOMS_COUNTRIES: Layout = {
  name: 'customs-countries',
  kind: 'countries',
  columns: ['code', 'description'],
  isNarrow: true,
  source: 'EU customs code list of countries and territories',
  listOf: (key) => (USER_ASSIGNED.test(key) ? 'customs' : null),
  rows: rowByRow((row) => ({
    rowKind: 'country',
    key: row.shaped('code', USER_ASSIGNED, 'XK'),
    value: { name: row.required('description') },
    ...UNDATED,
  })),
};

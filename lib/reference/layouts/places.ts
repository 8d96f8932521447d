import { type Layout, rowByRow, UNDATED } from '../layout';

const LOCODE = /^[A-Z]{2}[A-Z0-9]{3}$/;
const LOCODE_EXAMPLE = 'NLRTM';
const OFFICE = /^[A-Z]{2}[A-Z0-9]{6}$/;

/** Only what is there. */
function filled(value: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== ''));
}

/** Places with a function in transport: ports, airports, postal exchange offices, inland depots. */
export const UNLOCODE_PLACES: Layout = {
  name: 'unlocode-places',
  kind: 'locations',
  columns: ['locode', 'country', 'name', 'name_ascii', 'subdivision', 'function', 'status', 'iata', 'coordinates'],
  source: 'UN/LOCODE (UNECE), places with a function in transport',
  // An extract by its nature: places without such a function are not in it.
  listOf: () => null,
  rows: rowByRow((row) => {
    const key = row.shaped('locode', LOCODE, LOCODE_EXAMPLE);
    const name = row.required('name');
    if (row.text('status') === 'XX') {
      if (row.isSound) row.note('to_be_removed', 'status');
      return null;
    }
    const value = filled({
      name,
      function: row.text('function'),
      subdivision: row.text('subdivision'),
      iata: row.text('iata'),
      coordinates: row.text('coordinates'),
    });
    return { rowKind: 'location', key, value, ...UNDATED };
  }),
};

/** Airports by their code of three letters. What else is known of the place stays. */
export const AIRPORTS: Layout = {
  name: 'airports',
  kind: 'locations',
  columns: ['iata', 'locode', 'country', 'name', 'coordinates', 'confirmed'],
  source: 'UN/LOCODE (UNECE), airports with IATA codes',
  listOf: () => null,
  keeps: { function: undefined, subdivision: undefined, coordinates: undefined },
  rows: rowByRow((row) => {
    const key = row.shaped('locode', LOCODE, LOCODE_EXAMPLE);
    const name = row.required('name');
    if (row.text('confirmed') !== '1') {
      if (row.isSound) row.note('not_confirmed', 'confirmed');
      return null;
    }
    const iata = row.shaped('iata', /^[A-Z0-9]{3}$/, 'AMS');
    return {
      rowKind: 'location',
      key,
      value: filled({ name, iata, coordinates: row.text('coordinates') }),
      ...UNDATED,
    };
  }),
};

/** Every place, by code and name. */
export const UNLOCODE_NAMES: Layout = {
  name: 'unlocode-names',
  kind: 'locations',
  columns: ['locode', 'name'],
  isNarrow: true,
  source: 'UN/LOCODE (UNECE)',
  listOf: () => 'locations',
  keeps: { function: undefined, subdivision: undefined, iata: undefined, coordinates: undefined },
  rows: rowByRow((row) => ({
    rowKind: 'location',
    key: row.shaped('locode', LOCODE, LOCODE_EXAMPLE),
    value: { name: row.required('name') },
    ...UNDATED,
  })),
};

/** Customs offices of the Union and of common transit with what they do. Offices of other administrations are not ours to send to. */
export const EU_OFFICES: Layout = {
  name: 'eu-customs-offices',
  kind: 'offices',
  columns: ['id', 'country', 'name', 'language', 'roles'],
  source: 'EU list of customs offices (COL), European Commission',
  // Complete by country, so that the file of one country leaves the others alone. UN/LOCODE offices are a list of their own.
  listOf: (key) => (key.length === 8 ? key.slice(0, 2) : null),
  rows: rowByRow((row, { territory }) => {
    const key = row.shaped('id', OFFICE, 'NL000510');
    const country = row.shaped('country', /^[A-Z]{2}$/, 'NL');
    const name = row.required('name');
    const roles = row.text('roles').split(' ').filter(Boolean);
    if (!row.isSound) return null;
    if (!territory.has(country)) {
      row.note('outside_territory', 'country');
      return null;
    }
    return { rowKind: 'office', key, value: { name, country, roles }, ...UNDATED };
  }),
};

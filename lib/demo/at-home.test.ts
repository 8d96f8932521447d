import { describe, expect, it } from 'vitest';
import { EXAMPLE_IDS } from '@/lib/codes/example-ids';
import { isPostcodeShaped } from '@/lib/codes/postcodes';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { demoOffices, officeAt, officesLike, placeOf } from './at-home';
import { generateDemo } from './generate';
import { DEMO_HOMES } from './homes';
import { s10CheckDigit } from './identifiers';

const request = { consignments: 400, days: 8, seed: 3, endAt: new Date('2026-11-10T15:00:00Z') };
type Sent = Readonly<Record<string, string | undefined>> & { items?: readonly Readonly<Record<string, string>>[] };

/** The records of the partners that send JSON lines. */
function sentTo(example: keyof typeof DEMO_HOMES): Sent[] {
  return [...generateDemo({ ...request, example })]
    .filter(({ contentType }) => contentType === 'application/x-ndjson')
    .flatMap(({ body }) =>
      body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Sent),
    );
}

describe.each(Object.keys(DEMO_HOMES) as (keyof typeof DEMO_HOMES)[])('the stream of the example %s', (example) => {
  const home = DEMO_HOMES[example];
  const set = EXAMPLE_SETS[example];
  const records = sentTo(example);
  it('goes to people, offices and money of the example, and comes from elsewhere', () => {
    expect(records.length).toBeGreaterThan(80);
    for (const record of records) {
      expect(record.recipient_country).toBe(home.country);
      expect(set.offices.map(({ code }) => code)).toContain(record.office);
      expect(record.dispatch_country).not.toBe(home.country);
      expect(record.sender_country).not.toBe(home.country);
      for (const item of record.items ?? []) {
        expect(item.currency).not.toBe('EUR');
        if (item.currency === set.currency) expect(item.value?.split('.')[1]?.length ?? 0).toBe(set.minorDigits);
      }
      if (record.s10_id) expect(Number(record.s10_id[10])).toBe(s10CheckDigit(record.s10_id.slice(2, 10)));
      if (record.scheme_id) expect(record.scheme_id).toMatch(new RegExp(`^VS${set.scheme?.state}\\d{7}$`));
    }
  });
  it('has cities whose codes have the shape of the country', () => {
    for (const [city, postcode] of home.cities) expect(isPostcodeShaped(postcode, home.country), city).toBe(true);
  });
});

it('the stream of the Union stays as it is, to the byte', () => {
  const bodies = (example?: 'eu') =>
    [...generateDemo({ ...request, ...(example ? { example } : {}) })].map(({ body }) => body);
  expect(bodies('eu')).toEqual(bodies());
});

it('every example has an office for every place of the stream', () => {
  for (const example of EXAMPLE_IDS) {
    expect(demoOffices(example)).toHaveLength(5);
    expect(demoOffices(example).map(placeOf)).toEqual([0, 1, 2, 3, 4]);
  }
  expect(officeAt('uk', 'DEFRA')).toBe('GBLHR');
  expect(officeAt('uk', 'ROTTERDAM')).toBeNull();
  expect(officesLike('NLRTM')).toContain('USLGB');
});

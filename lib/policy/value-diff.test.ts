import { describe, expect, it } from 'vitest';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { inWholes, NO_LIMIT, valueDiff, WHOLE } from './value-diff';
import { fieldsOf } from './value-fields';
import { groupsOf, isFixed } from './value-groups';

const { law } = EU_FLAT;

describe('what differs between two laws', () => {
  it('is nothing where nothing was changed', () => {
    expect(valueDiff(law, structuredClone(law))).toEqual([]);
  });
  it('is told band by band, whatever place the band has in the list', () => {
    const [first, ...rest] = law.bands;
    const changed = rest.map((band) =>
      band.key === 'low_value' ? { ...band, when: { upTo: { amount: '200', currency: 'EUR' } }, closedTo: [] } : band,
    );
    const diff = valueDiff({ ...law, bands: [first, ...rest] }, { ...law, bands: [...changed, first] });
    expect(diff).toEqual([
      { path: ['bands', 'low_value', 'when', 'upTo', 'amount'], before: '150', after: '200' },
      { path: ['bands', 'low_value', 'closedTo'], before: '2203 2204 2205 2206 2207 2208 24 3303', after: null },
    ]);
  });
  it('tells parts that come and go', () => {
    expect(valueDiff({ days: 30, remedy: 'court' }, { days: 60, text: 'new' })).toEqual([
      { path: ['days'], before: '30', after: '60' },
      { path: ['text'], before: null, after: 'new' },
      { path: ['remedy'], before: 'court', after: null },
    ]);
  });
});

describe('what differs between other parameters', () => {
  it('tells a limit that is left open as no limit, not as nothing', () => {
    const slots = (physical: number | null) => ({ slots: { documents: null, nii: 4, physical }, randomShare: '0.1' });
    expect(valueDiff(slots(5), slots(null))).toEqual([{ path: ['slots', 'physical'], before: '5', after: NO_LIMIT }]);
    expect(valueDiff(slots(null), slots(0))).toEqual([{ path: ['slots', 'physical'], before: NO_LIMIT, after: '0' }]);
    expect(valueDiff(null, slots(null)).map(({ path, after }) => [path.at(-1), after])).toEqual([
      ['documents', NO_LIMIT],
      ['nii', '4'],
      ['physical', NO_LIMIT],
      ['randomShare', '0.1'],
    ]);
    // A condition that is left out asks nothing, and sets no limit either.
    expect(valueDiff({ valueAbove: '100' }, { valueAbove: null })).toEqual([
      { path: ['valueAbove'], before: '100', after: null },
    ]);
  });

  it('tells lists within a list each by its place', () => {
    const [benelux, baltic] = [
      ['BE', 'NL', 'LU'],
      ['EE', 'LV'],
    ];
    expect(valueDiff({ areas: [benelux, baltic] }, { areas: [benelux, [...baltic, 'LT']] })).toEqual([
      { path: ['areas', '1'], before: 'EE LV', after: 'EE LV LT' },
    ]);
    expect(valueDiff({ areas: [benelux] }, { areas: [benelux, baltic] })).toEqual([
      { path: ['areas', '1'], before: null, after: 'EE LV' },
    ]);
  });
});

describe('the fields of a law', () => {
  it('stand in groups, each once, by band and step', () => {
    const groups = groupsOf(law);
    expect(groups.map(({ kind, key }) => key ?? kind)).toEqual([
      ...['general', 'rounding'],
      ...law.bands.map(({ key }) => key),
    ]);
    expect(groups.flatMap(({ fields }) => fields.map(({ name }) => name)).sort()).toEqual(
      fieldsOf(law)
        .map(({ name }) => name)
        .sort(),
    );
  });
  it('do not let a name or a kind be typed over', () => {
    expect(['bands.0.key', 'bands.0.duty.kind', 'kind'].every(isFixed)).toBe(true);
    expect(isFixed('bands.0.duty.rate')).toBe(false);
  });
  it('are one group where a parameter is no law', () => {
    expect(groupsOf({ days: 30, remedy: '' }).map(({ id }) => id)).toEqual(['general']);
  });
});

describe('a band of a law that is left out or put in', () => {
  const gift = { key: 'gift', when: { upTo: { amount: '45', currency: 'EUR' } }, citation: 'Act 1' };
  const rest = { key: 'standard', citation: 'Act 2' };
  it('is told once, whichever way, beside what else is altered', () => {
    const told = (before: unknown, after: unknown) => inWholes(valueDiff(before, after));
    expect(told({ bands: [gift, rest] }, { bands: [{ ...rest, citation: 'Act 3' }] })).toEqual([
      { path: ['bands', 'standard', 'citation'], before: 'Act 2', after: 'Act 3' },
      { path: ['bands', 'gift'], before: WHOLE, after: null },
    ]);
    expect(told({ bands: [rest] }, { bands: [gift, rest] })).toEqual([
      { path: ['bands', 'gift'], before: null, after: WHOLE },
    ]);
  });

  it('that stands on both sides is told part by part', () => {
    const dearer = { ...gift, when: { upTo: { amount: '60', currency: 'EUR' } } };
    expect(inWholes(valueDiff({ bands: [gift] }, { bands: [dearer] }))).toEqual([
      { path: ['bands', 'gift', 'when', 'upTo', 'amount'], before: '45', after: '60' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { CHANGED_KINDS } from './change';
import { PARAMETERS } from './parameters';
import { fieldsOf, valueFrom } from './value-fields';
import { groupsOf } from './value-groups';

type Value = Readonly<Record<string, unknown>>;
const standing = (kind: string, key: string) =>
  PARAMETERS.find((one) => one.kind === kind && one.key === key)?.value as Value;
const textsOf = (value: Value) => Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));

describe('the fields of a parameter', () => {
  it('give every parameter that people change again, to the last part', () => {
    for (const { kind, key, value } of PARAMETERS) {
      if (!CHANGED_KINDS.some((one) => one === kind)) continue;
      const read = valueFrom(value as Value, textsOf(value as Value));
      expect(read, `${kind}/${key}`).toEqual(value);
    }
  });

  it('hold lists of lists one list a field, and steps one figure a field', () => {
    const routing = standing('indicator', 'routing');
    const changed = valueFrom(routing, { ...textsOf(routing), 'areas.1': 'CN HK MO TW' });
    expect((changed.areas as string[][])[1]).toEqual(['CN', 'HK', 'MO', 'TW']);
    const steps = standing('indicator', 'undervaluation');
    const milder = valueFrom(steps, { ...textsOf(steps), 'steps.2.points': '30' });
    expect((milder.steps as unknown[])[2]).toEqual({ atMostPercent: 16, points: 30 });
  });

  it('read a count of slots where there was no limit, and no limit where there was a count', () => {
    const slots = { documents: null, nii: 3, physical: null };
    const value = { slots, randomShare: '0.05' };
    const typed = { ...textsOf(value), 'slots.documents': '20', 'slots.nii': '' };
    expect(valueFrom(value, typed)).toEqual({ slots: { ...slots, documents: 20, nii: null }, randomShare: '0.05' });
    expect(valueFrom(value, { ...textsOf(value), 'slots.nii': 'many' })).toMatchObject({ slots: { nii: 'many' } });
  });

  it('fold away what a kilogram is worth', () => {
    const groups = groupsOf(standing('indicator', 'mass_value'));
    expect(groups.map(({ kind }) => kind)).toEqual(['general', 'valuePerKg']);
    expect(groups[1]?.fields.some(({ name }) => name === 'valuePerKg.61.high')).toBe(true);
  });
});

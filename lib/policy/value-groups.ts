import { fieldsOf, type ValueField } from './value-fields';

type Value = Readonly<Record<string, unknown>>;

/**
 * Fields of a parameter that belong together: a band or a fee by its key, the rounding of all steps, what is not collected, what goods are
 * worth by weight, the rest.
 */
export type ValueGroup = {
  readonly id: string;
  readonly kind: 'general' | 'band' | 'rounding' | 'waived' | 'fee' | 'valuePerKg';
  readonly key: string | null;
  readonly fields: readonly ValueField[];
};

const ROUNDED = /^(?:dutyBase|duty|taxBase|tax)\./;

function placeOf(name: string, value: Value): Omit<ValueGroup, 'fields'> {
  const [, list, at] = /^(bands|fees)\.(\d+)\./.exec(name) ?? [];
  if (list && at) {
    const one = (value[list] as readonly { readonly key: string }[])[Number(at)];
    return { id: `${list}.${at}`, kind: list === 'bands' ? 'band' : 'fee', key: one?.key ?? null };
  }
  if (name.startsWith('valuePerKg.')) return { id: 'valuePerKg', kind: 'valuePerKg', key: null };
  const kind = name.startsWith('waived.') ? 'waived' : 'bands' in value && ROUNDED.test(name) ? 'rounding' : 'general';
  return { id: kind, kind, key: null };
}

/** The fields of a parameter in their groups, in the order the law has them; the general ones come first. */
export function groupsOf(value: Value): readonly ValueGroup[] {
  const groups = new Map<string, Omit<ValueGroup, 'fields'> & { fields: ValueField[] }>();
  for (const field of fieldsOf(value)) {
    const place = placeOf(field.name, value);
    const group = groups.get(place.id) ?? { ...place, fields: [] };
    group.fields.push(field);
    groups.set(place.id, group);
  }
  const all = [...groups.values()];
  return [...all.filter(({ kind }) => kind === 'general'), ...all.filter(({ kind }) => kind !== 'general')];
}

/**
 * Parts that cannot be typed: they name a thing, say which other parts there are (fees, where the law has none), or are the currency an
 * administration counts in, which no change alters.
 */
export const isFixed = (name: string): boolean =>
  /(?:^|\.)(?:key|kind|fees)$/.test(name) || name === 'currency' || name === 'minorDigits';

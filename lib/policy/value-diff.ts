import { isNoLimit } from './value-fields';

/** Stands for a count that is left open: it is said, not passed over, for nothing there lets everything in. */
export const NO_LIMIT = 'no_limit';

/** One part of a parameter that differs; null where the part is not there. */
export type ValueChange = {
  /** Where it stands, things of a list by their key: `bands.low_value.duty.flat.amount`. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
};

const isNested = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

function leaves(value: unknown, path: readonly string[] = []): readonly (readonly [readonly string[], string])[] {
  if (Array.isArray(value) && value.some((one) => isNested(one) || Array.isArray(one))) {
    return value.flatMap((one, index) => leaves(one, [...path, isNested(one) ? String(one.key ?? index) : `${index}`]));
  }
  if (isNested(value)) return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]));
  if (isNoLimit(path, value)) return [[path, NO_LIMIT]];
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  return text === '' ? [] : [[path, text]];
}

/** What differs between two values of one parameter, part by part, in the order of the new one; what is gone comes last. */
export function valueDiff(before: unknown, after: unknown): readonly ValueChange[] {
  const textsOf = (value: unknown) =>
    new Map(leaves(value).map(([path, text]) => [path.join('\n'), { path, text }] as const));
  const [old, now] = [textsOf(before), textsOf(after)];
  const changed = [...now].flatMap(([name, { path, text }]): ValueChange[] => {
    const was = old.get(name)?.text ?? null;
    return was === text ? [] : [{ path, before: was, after: text }];
  });
  const gone = [...old].flatMap(([name, { path, text }]) =>
    now.has(name) ? [] : [{ path, before: text, after: null }],
  );
  return [...changed, ...gone];
}

/** Stands for all of a band or fee. */
export const WHOLE = '*';
const WHOLES: readonly string[] = ['bands', 'fees'];

/** The same, with a band or a fee that is put in or left out told once, as a whole, where its first part was. */
export function inWholes(changes: readonly ValueChange[]): readonly ValueChange[] {
  const nameOf = (path: readonly string[]) => path.slice(0, 2).join('\n');
  // A thing of a list that has its name on one side alone stands on that side alone.
  const wholes = new Map(
    changes.flatMap((one) =>
      WHOLES.includes(one.path[0] ?? '') && one.path.length === 3 && one.path[2] === 'key'
        ? [[nameOf(one.path), one] as const]
        : [],
    ),
  );
  const told = new Set<string>();
  return changes.flatMap((one): ValueChange[] => {
    const name = nameOf(one.path);
    const whole = wholes.get(name);
    if (!whole) return [one];
    if (told.has(name)) return [];
    told.add(name);
    const mark = (text: string | null) => (text === null ? null : WHOLE);
    return [{ path: one.path.slice(0, 2), before: mark(whole.before), after: mark(whole.after) }];
  });
}

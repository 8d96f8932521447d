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
  if (Array.isArray(value) && value.some(isNested)) {
    return value.flatMap((one, index) => leaves(one, [...path, String((one as { key?: unknown }).key ?? index)]));
  }
  if (isNested(value)) return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]));
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

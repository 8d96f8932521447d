/** One line of what an audit row tells: a change from one value to another, or a plain fact. Values are codes and figures as stored; none: nothing. */
export type DetailLine =
  | {
      readonly kind: 'change';
      readonly key: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | { readonly kind: 'fact'; readonly key: string; readonly values: readonly string[] };

/** A correction as one value of a row: `1 value: 73.15 → 110.00`. Stored: see `sayValue`. */
export function correctionText(correction: {
  readonly itemNumber: number;
  readonly field: string;
  readonly declared: string | null;
  readonly corrected: string;
}): string {
  const { itemNumber, field, declared, corrected } = correction;
  return `${itemNumber} ${field}: ${declared ?? '—'} → ${corrected}`;
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a fact, each once. */
function textsOf(value: unknown): string[] {
  const present = [value].flat().filter((one) => one !== null && one !== undefined && one !== '');
  return [...new Set(present.map(String))];
}

/** What changed, each thing with its value before and after; then the other facts. What stayed the same is left out. */
export function detailLines(details: Json): DetailLine[] {
  const { before, after, ...rest } = details;
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const changes = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): DetailLine[] => {
    const line = { key, before: textsOf(was[key]), after: textsOf(is[key]) };
    return line.before.join() === line.after.join() ? [] : [{ kind: 'change', ...line }];
  });
  return [...changes, ...factLines(rest)];
}

/** Facts that stand together (a filter) are told one by one; where it holds none, that it holds nothing. */
function factLines(facts: Json): DetailLine[] {
  return Object.entries(facts).flatMap(([key, value]): DetailLine[] => {
    if (isRecord(value)) {
      const within = factLines(value);
      return within.length > 0 ? within : [{ kind: 'fact', key, values: [] }];
    }
    const values = textsOf(value);
    return values.length > 0 ? [{ kind: 'fact', key, values }] : [];
  });
}

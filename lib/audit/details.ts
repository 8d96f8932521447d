/** One line of what an audit row tells: a change from one value to another, or a plain fact. Values are codes and figures as stored. */
export type DetailLine =
  | { readonly kind: 'change'; readonly key: string; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'fact'; readonly key: string; readonly value: string };

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => textOf(one) ?? '').join(', ');
  return isRecord(value) ? JSON.stringify(value) : String(value);
}

/** What changed, each thing with its value before and after; then the other facts. What stayed the same is left out. */
export function detailLines(details: Json): DetailLine[] {
  const { before, after, ...rest } = details;
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const changes = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key): DetailLine[] => {
    const line = { key, before: textOf(was[key]), after: textOf(is[key]) };
    return line.before === line.after ? [] : [{ kind: 'change', ...line }];
  });
  const facts = Object.entries(rest).flatMap(([key, value]): DetailLine[] => {
    const text = textOf(value);
    return text === null || text === '' ? [] : [{ kind: 'fact', key, value: text }];
  });
  return [...changes, ...facts];
}

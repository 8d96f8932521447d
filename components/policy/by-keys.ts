type Value = Readonly<Record<string, unknown>>;

/** The way to a part of a parameter as it is told: bands and fees go by their key, not by their place. */
export function byKeys(value: Value | null, [list = '', at = '', ...rest]: readonly string[]): readonly string[] {
  const things = value?.[list];
  const one = Array.isArray(things) ? (things[Number(at)] as { key?: unknown } | undefined) : undefined;
  return [list, ...(at ? [typeof one?.key === 'string' ? one.key : at] : []), ...rest].filter(Boolean);
}

/** The entry of the national line (8 digits) or the longest HS prefix (6, 4, 2 digits) that a commodity code begins with; null for no code or no entry. */
export function byPrefix<T>(entries: ReadonlyMap<string, T>, commodityCode: string | null): T | null {
  if (commodityCode === null) return null;
  return (
    entries.get(commodityCode.slice(0, 8)) ??
    entries.get(commodityCode.slice(0, 6)) ??
    entries.get(commodityCode.slice(0, 4)) ??
    entries.get(commodityCode.slice(0, 2)) ??
    null
  );
}

/** Whether a commodity code begins with one of the prefixes, of 2, 4, 6 or 8 digits. */
export function hasPrefix(prefixes: ReadonlySet<string>, commodityCode: string | null): boolean {
  if (commodityCode === null) return false;
  return (
    prefixes.has(commodityCode.slice(0, 8)) ||
    prefixes.has(commodityCode.slice(0, 6)) ||
    prefixes.has(commodityCode.slice(0, 4)) ||
    prefixes.has(commodityCode.slice(0, 2))
  );
}

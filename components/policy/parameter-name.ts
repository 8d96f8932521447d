type Words = { (path: string): string; has: (path: string) => boolean };

/** A parameter in words where the catalogue has them for its key, else its key. */
export function parameterName(t: unknown, kind: string, key: string): string {
  const words = t as Words;
  const path = `${kind}.${key}`;
  return words.has(path) ? words(path) : key.replaceAll('_', ' ');
}

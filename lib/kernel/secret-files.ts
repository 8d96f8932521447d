import { SECRET_KEYS } from './env';

type Source = Readonly<Record<string, string | undefined>>;

/** The setting that names the file of a secret. */
export const fileKeyOf = (key: string): string => `${key}_FILE`;

/**
 * Puts the content of files in the place of the secrets they hold, less the line break most editors leave at the end. `read` gives null
 * for a file that cannot be read. All problems come back at once, each naming the key and never the content; an empty setting is absent.
 */
export function readSecretFiles(
  source: Source,
  read: (path: string) => string | null,
): { source: Source; problems: string[] } {
  const found: Record<string, string | undefined> = { ...source };
  const problems: string[] = [];
  for (const key of SECRET_KEYS) {
    const fileKey = fileKeyOf(key);
    const path = source[fileKey];
    if (!path) continue;
    delete found[fileKey];
    if (source[key]) {
      problems.push(`${key} and ${fileKey} are both set: which of them counts cannot be told.`);
      continue;
    }
    const content = read(path);
    if (content === null) problems.push(`${fileKey} names a file that cannot be read.`);
    else if (content.trim() === '') problems.push(`${fileKey} names a file that is empty.`);
    else found[key] = content.replace(/\r?\n$/, '');
  }
  return { source: found, problems };
}

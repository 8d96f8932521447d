import { readdirSync, readFileSync } from 'node:fs';
import { speechOf } from '@/components/audit/speech';
import type { Speech } from '@/lib/audit/say';

/** The whole English catalogue as one tree. */
export function englishCatalogue(): Record<string, unknown> {
  const folder = 'lib/messages/en';
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))]),
  );
}

/** How the log speaks to an English reader of an administration that counts in euros. */
export function anEnglishSpeech(): Speech {
  const catalogue = englishCatalogue();
  const raw = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], catalogue);
  return speechOf({ has: (path) => raw(path) !== undefined, raw }, 'en-GB', { currency: 'EUR', minorDigits: 2 });
}

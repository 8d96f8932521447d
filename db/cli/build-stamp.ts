import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built application is made from. */
const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
  'proxy.ts',
  'instrumentation.ts',
];
const STAMP_FILE = '.next/luxor-build.json';

const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name);

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
      .filter((file) => !isTest(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** A digest of all sources and of the lock file; another one means that the build is out of date. */
export function hashSources(root = '.'): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source))).sort()) {
    hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

const readBuildId = (): string | undefined =>
  existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8').trim() : undefined;

/** Whether the build that lies there was made from these sources. The mark lies in the build, so that it goes with it. */
export function isBuiltFrom(sources: string): boolean {
  if (!existsSync(STAMP_FILE)) return false;
  const stamp: { sources?: string; buildId?: string } = JSON.parse(readFileSync(STAMP_FILE, 'utf8'));
  return stamp.sources === sources && stamp.buildId !== undefined && stamp.buildId === readBuildId();
}

export function markBuiltFrom(sources: string): void {
  writeFileSync(STAMP_FILE, JSON.stringify({ sources, buildId: readBuildId() }));
}

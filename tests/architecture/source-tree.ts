import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the project by path, relative to its root. */
export type SourceTree = ReadonlyMap<string, string>;

const ROOT = join(import.meta.dirname, '..', '..');
const CODE = /\.(ts|tsx|mjs|js|css)$/;

/** Every code file that is tracked, or would be. Without git (a copied tree) nothing could be checked, so that is an error. */
export function readSourceTree(): SourceTree {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const paths = listed
    .toString('utf8')
    .split('\n')
    .filter((path) => CODE.test(path) && existsSync(join(ROOT, path)));
  if (paths.length === 0) throw new Error('no source files found');
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

export type Import = { readonly from: string; readonly target: string; readonly isTypeOnly: boolean };

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** Imports of a file, project paths without their ending, packages as written. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([statement, type, target = '']) => ({
    from: path,
    target: targetOf(path, target),
    isTypeOnly: type !== undefined || /^\s*(?:import|export)\s+\{(?:\s*type\s+[^,}]+,?)+\s*\}/.test(statement),
  }));
}

/** The project path an import leads to, without its ending; a package as written. */
export function targetOf(path: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2);
  if (!target.startsWith('.')) return target;
  return join(path, '..', target);
}

/** Whether a path is a test or serves tests only. */
export const isTest = (path: string): boolean => /(^tests\/|\.test\.tsx?$|\/testing\/)/.test(path);

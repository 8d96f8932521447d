import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const OF_THE_SYSTEM = '/usr/bin/chromium';

/** The browser of the tests: the one named by CHROMIUM_PATH, that of the system, or the one that came with the packages. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (existsSync(OF_THE_SYSTEM)) return OF_THE_SYSTEM;
  // The package unpacks itself, with the libraries it needs, into the folder for temporary files.
  const folder = resolve('.data/chromium');
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return path;
}

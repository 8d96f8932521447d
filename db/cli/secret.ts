import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env, setAuthSecret } from '../env';

/** The secret that signs session tokens and seals what the database may not know: made once, readable by this user only. Whoever starts first makes it. */
export async function readOrMakeSecret(path: string): Promise<string> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present) return present.trim();
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(draft, path).catch(() => undefined);
  await rm(draft, { force: true });
  return (await readFile(path, 'utf8')).trim();
}

/** Gives this process the secret of the settings, or else that of the data folder, which is made where there is none. */
export async function provideSecret(dataDir: string): Promise<void> {
  setAuthSecret(env().authSecret ?? (await readOrMakeSecret(join(dataDir, 'secret'))));
}

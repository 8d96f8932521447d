import { generateKeyPairSync } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signingKey } from '@/lib/audit/seal';

/** Who checks the log needs this file and the heads, and nothing else of this machine. */
export const PUBLIC_KEY_FILE = 'audit-key.pub.pem';

/** The key that signs the heads of the audit log: made once, readable by this user only, its public half beside it. */
export async function readOrMakeAuditKey(dataDir: string): Promise<ReturnType<typeof signingKey>> {
  const path = join(dataDir, 'audit-key.pem');
  const present = await readFile(path, 'utf8').catch(() => null);
  if (present === null) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, String(privateKey.export({ type: 'pkcs8', format: 'pem' })), { mode: 0o600 });
    // Whoever starts first makes it.
    await link(draft, path).catch(() => undefined);
    await rm(draft, { force: true });
  }
  const key = signingKey(present ?? (await readFile(path, 'utf8')));
  await writeFile(join(dataDir, PUBLIC_KEY_FILE), key.publicPem);
  return key;
}

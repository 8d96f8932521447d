import { generateKeyPairSync } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signingKey } from '@/lib/audit/seal';
import { logLine } from './log';

/** Public halves of all keys this folder ever had: who checks the log needs these and the heads, and nothing else of this machine. */
export const isPublicKeyFile = (name: string): boolean => /^audit-key\.[0-9a-f]{32}\.pub\.pem$/.test(name);

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
    // A log that was signed by another key before is told by the verifier; here is when and where this one came from.
    logLine('warn', 'audit.key_made', {});
  }
  const key = signingKey(present ?? (await readFile(path, 'utf8')));
  await writeFile(join(dataDir, `audit-key.${key.keyId}.pub.pem`), key.publicPem);
  return key;
}

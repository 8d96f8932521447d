import 'server-only';
import { resolve } from 'node:path';
import { env } from '@/db/env';
import { type DemoFile, readDemoFile } from '@/db/seed/demo-file';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The accounts of the demo, to be offered on the sign-in page: only where nobody but this machine can reach the server, neither
 * directly nor through a proxy. Elsewhere, and in production, nothing is shown; the start has printed them.
 */
export function demoAccountsToShow(): DemoFile['accounts'] {
  const { environment, host, publicUrl, trustedProxyCount, dataDir, demo, databaseUrl } = env();
  const isOwnMachine = [host, new URL(publicUrl ?? 'http://localhost').hostname].every((name) => LOOPBACK.has(name));
  if (environment === 'production' || demo === 'off' || !isOwnMachine || trustedProxyCount > 0 || !databaseUrl)
    return [];
  return readDemoFile(resolve(dataDir))?.accounts ?? [];
}

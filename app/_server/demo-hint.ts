import 'server-only';
import { resolve } from 'node:path';
import { env } from '@/db/env';
import { type DemoFile, readDemoFile } from '@/db/seed/demo-file';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The accounts of the demo, to be offered on the sign-in page: only where nobody but this machine can reach the server. Elsewhere, and
 * in production, nothing is shown; the start has printed them.
 */
export function demoAccountsToShow(): DemoFile['accounts'] {
  const { environment, host, dataDir, demo, databaseUrl } = env();
  if (environment === 'production' || demo === 'off' || !LOOPBACK.has(host) || !databaseUrl) return [];
  return readDemoFile(resolve(dataDir))?.accounts ?? [];
}

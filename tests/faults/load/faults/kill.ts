import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@/db/engine/process-identity';
import { appBackends } from './backends';
import type { Inject } from './fault';

const count = (killed: readonly unknown[]) => `${killed.length} processes`;

export const killWeb: Inject = async (site) => {
  const web = await site.running(site.web);
  await site.kill(web);
  return count(web);
};

export const killWorker: Inject = async (site) => {
  const worker = await site.running(site.worker);
  await site.kill(worker);
  return count(worker);
};

/** The supervisor of the installation starts its launcher again. */
export const killLauncher: Inject = async (site) => {
  site.isLauncherExpected = false;
  await site.kill(site.launcher());
  return 'the launcher alone';
};

export const killPostgres: Inject = async (site) => {
  const postgres = await site.running(site.postgres);
  await site.kill(postgres);
  return count(postgres);
};

export const killAll: Inject = async (site) => {
  site.isLauncherExpected = false;
  const all = [...site.launcher(), ...site.worker(), ...site.web(), ...site.postgres()];
  await site.kill(all);
  return count(all);
};

/** One process that serves a connection: the server takes its memory for spoilt, ends all others and recovers. */
export const killBackend: Inject = async (site) => {
  const [backend] = await appBackends(site);
  if (!backend) return 'no connection was there';
  await site.kill([backend]);
  return 'one connection, by SIGKILL';
};

/** As `pg_ctl stop -m immediate`: no checkpoint, and recovery at the next start. */
export const stopImmediately: Inject = async (site) => {
  const [postmaster] = await site.running(site.postgres);
  if (!postmaster) throw new Error('The database does not run.');
  process.kill(postmaster.pid, 'SIGQUIT');
  while (isAlive(postmaster)) await sleep(20);
  return 'the server, by SIGQUIT';
};

import { appBackends } from './backends';
import type { Inject } from './fault';

export const pauseWeb: Inject = async (site, { lastsMs }) => {
  await site.pause(await site.running(site.web), lastsMs);
  return 'the web server stood still';
};

export const pauseWorker: Inject = async (site, { lastsMs }) => {
  await site.pause(await site.running(site.worker), lastsMs);
  return 'the worker stood still';
};

export const pausePostgres: Inject = async (site, { lastsMs }) => {
  await site.pause(await site.running(site.postgres), lastsMs);
  return 'the whole server stood still';
};

/** With the locks it holds. */
export const pauseBackend: Inject = async (site, { lastsMs }) => {
  const [backend] = await appBackends(site);
  if (!backend) return 'no connection was there';
  await site.pause([backend], lastsMs);
  return 'one connection stood still, with the locks it held';
};

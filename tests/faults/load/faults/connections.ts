import { withDirect } from '../direct';
import type { Inject } from './fault';

/** As an administrator does. */
export const terminateBackends: Inject = async (site) => {
  const { rowCount } = await withDirect(site, (client) =>
    client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'luxor-%'`),
  );
  return `${rowCount} connections ended by the server`;
};

export const cutConnections: Inject = async (site) => `${site.proxy.cut()} connections reset on the way`;

export const haltConnections: Inject = async (site, { lastsMs }) => {
  site.proxy.halt();
  await site.lasts(lastsMs).finally(() => site.proxy.goOn());
  return 'no byte passed, and nobody was told';
};

export const refuseConnections: Inject = async (site, { lastsMs }) => {
  site.proxy.refuse(true);
  await site.lasts(lastsMs).finally(() => site.proxy.refuse(false));
  return 'all connections reset, new ones turned away';
};

import type { PlannedFault } from '../plan';
import type { Site } from '../site';
import type { Inject } from './fault';

const jump = async (site: Site, { lastsMs, jumpMinutes }: PlannedFault, sign: 1 | -1): Promise<string> => {
  site.setClock(sign * jumpMinutes * 60_000);
  await site.lasts(lastsMs).finally(() => site.setClock(0));
  return `the clock of the application, ${jumpMinutes} min ${sign > 0 ? 'ahead' : 'behind'}, and back again`;
};

export const clockForward: Inject = (site, fault) => jump(site, fault, 1);
export const clockBack: Inject = (site, fault) => jump(site, fault, -1);

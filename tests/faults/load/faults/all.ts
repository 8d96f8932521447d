import type { FaultKind } from '../plan';
import { clockBack, clockForward } from './clock';
import { cutConnections, haltConnections, refuseConnections, terminateBackends } from './connections';
import type { Inject } from './fault';
import { killAll, killBackend, killLauncher, killPostgres, killWeb, killWorker, stopImmediately } from './kill';
import { pauseBackend, pausePostgres, pauseWeb, pauseWorker } from './pause';
import { diskFull, poolExhausted, slotsTaken, walFull } from './shortage';

/** How each kind of fault is done. */
export const INJECT: Readonly<Record<FaultKind, Inject>> = {
  kill_web: killWeb,
  kill_worker: killWorker,
  kill_launcher: killLauncher,
  kill_postgres: killPostgres,
  kill_backend: killBackend,
  kill_all: killAll,
  stop_immediately: stopImmediately,
  pause_web: pauseWeb,
  pause_worker: pauseWorker,
  pause_postgres: pausePostgres,
  pause_backend: pauseBackend,
  terminate_backends: terminateBackends,
  cut_connections: cutConnections,
  halt_connections: haltConnections,
  refuse_connections: refuseConnections,
  disk_full: diskFull,
  wal_full: walFull,
  clock_forward: clockForward,
  clock_back: clockBack,
  slots_taken: slotsTaken,
  pool_exhausted: poolExhausted,
};

import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** `throwaway` gives up safety against power cuts for speed: for tests, never for anything to keep. */
export type Durability = 'durable' | 'throwaway';

const MEBIBYTE = 1024 * 1024;
/** Such a server may lie in memory, where a long log takes room from everything else. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '512MB' };

/** Containers often have 64 MiB here, too little for parallel queries. */
function hasSmallSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize < 256 * MEBIBYTE;
  } catch {
    return true;
  }
}

/** Bytes this machine, or the container around us, has. */
function memory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(totalmem(), allowed) : totalmem();
}

const mebibytes = (bytes: number, least: number, most: number) =>
  `${Math.min(most, Math.max(least, Math.floor(bytes / MEBIBYTE)))}MB`;

/**
 * Settings of the embedded server for a machine of two cores and a few GiB, given on its command line so that they follow the code.
 * What it keeps in memory grows with the machine: the keys of consignments are random, so that each one stored touches pages all over
 * the indexes, and what does not fit is written out and read again.
 */
export function serverSettings(port: number, durability: Durability): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: durability === 'durable' ? mebibytes(memory() / 16, 128, 2_048) : '64MB',
    effective_cache_size: mebibytes(memory() / 4, 512, 65_536),
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    autovacuum_naptime: '20s',
    // A table that doubles in an hour is looked at a few times, not dozens: tables of many columns take seconds of a core each time.
    autovacuum_analyze_scale_factor: '0.5',
    autovacuum_vacuum_insert_scale_factor: '0.5',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(hasSmallSharedMemory() && process.platform === 'linux' ? { dynamic_shared_memory_type: 'mmap' } : {}),
    ...(durability === 'throwaway' ? THROWAWAY : {}),
  };
}

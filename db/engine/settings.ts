import { statfsSync } from 'node:fs';

/** `throwaway` gives up safety against power cuts for speed: for tests, never for anything to keep. */
export type Durability = 'durable' | 'throwaway';

const MEBIBYTE = 1024 * 1024;

/** Containers often have 64 MiB here, too little for parallel queries. */
function hasSmallSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize < 256 * MEBIBYTE;
  } catch {
    return true;
  }
}

/** Settings of the embedded server for a machine of two cores and a few GiB, given on its command line so that they follow the code. */
export function serverSettings(port: number, durability: Durability): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: durability === 'durable' ? '256MB' : '64MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    autovacuum_naptime: '20s',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(hasSmallSharedMemory() && process.platform === 'linux' ? { dynamic_shared_memory_type: 'mmap' } : {}),
    ...(durability === 'throwaway' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

import { statfsSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** What the databases of a run and their log take at most, twice over. */
const ROOM_BYTES = 4 * 1024 ** 3;

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Every place a run may have made its folder in. */
export const SCRATCH_PLACES: readonly string[] = [...new Set([IN_MEMORY, tmpdir()])];

/**
 * Makes a folder of its own for a run whose data nobody keeps: in memory where there is plenty, else where temporary files go. A database
 * of ours is some 1,700 files; a disk that writes a journal takes twenty times as long to make them.
 */
export async function makeScratchFolder(prefix: string): Promise<string> {
  // TMPDIR says where to, if somebody set it.
  const place = process.env.TMPDIR === undefined && hasRoom() ? IN_MEMORY : tmpdir();
  const folder = await mkdtemp(join(place, prefix));
  // The embedded PostgreSQL may run under another account when root starts it.
  await chmod(folder, 0o755);
  return folder;
}

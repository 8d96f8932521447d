import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeads } from '@/lib/audit/seal';
import { isPublicKeyFile } from '../audit-key';

/** Folder of a backup for what lies beside the database. */
export const BESIDE = 'beside';
export const HEADS = 'audit-heads.jsonl';
/** Whoever has these signs sessions and heads of the audit log as this installation: they belong in another place than the rows. */
const SECRET = ['secret', 'audit-key.pem'];

export type Beside = {
  readonly dataDir: string;
  /** File of the heads that left the database. */
  readonly headsFile: string;
  /** Number of the last seal in the backup: heads that left since are not of it. */
  readonly lastSeal: number;
  readonly isWithKeys: boolean;
};

/** Copies the public halves of the keys and the heads of the audit log, which check it, into the backup; secrets where asked. Gives their names. */
export async function saveBeside(
  folder: string,
  { dataDir, headsFile, lastSeal, isWithKeys }: Beside,
): Promise<string[]> {
  const into = join(folder, BESIDE);
  await mkdir(into, { mode: 0o700 });
  const there = await readdir(dataDir);
  const wanted = there.filter((name) => isPublicKeyFile(name) || (isWithKeys && SECRET.includes(name)));
  for (const name of wanted) await copyFile(join(dataDir, name), join(into, name));
  const { heads } = readHeads(await readIfThere(headsFile));
  const own = heads.filter(({ number }) => number <= lastSeal);
  if (own.length === 0) return wanted;
  await writeFile(join(into, HEADS), own.map((head) => `${JSON.stringify(head)}\n`).join(''));
  return [...wanted, HEADS];
}

/** The text of a file; empty where there is none. */
export async function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** Puts them into a data folder; what is there already stays. Gives the names of those it put there. */
export async function restoreBeside(folder: string, dataDir: string): Promise<string[]> {
  const kept = await readdir(join(folder, BESIDE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const known = kept.filter((name) => isPublicKeyFile(name) || name === HEADS || SECRET.includes(name));
  const put: string[] = [];
  for (const name of known) {
    const isPut = await copyFile(join(folder, BESIDE, name), join(dataDir, name), constants.COPYFILE_EXCL).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (isPut) put.push(name);
  }
  return put;
}

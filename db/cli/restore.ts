import { createPublicKey } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyIdOf, readHeads } from '@/lib/audit/seal';
import { isPublicKeyFile } from '../audit-key';
import { HEADS, readIfThere, restoreBeside } from '../backup/keys';
import { restore } from '../backup/restore';
import { withOwnerClient } from '../connection';
import { ensureDataFolder } from '../engine/data-folder';
import { withDatabase } from '../engine/with-database';
import { env, loadEnvFile } from '../env';
import { explainFailure } from './explain-failure';
import { verifyLog } from './verify-log';

const USAGE = `Usage: npm run restore -- FOLDER [--json]

Fills the empty database of LUXOR_DATA_DIR, or of DATABASE_URL, with the backup in FOLDER, compares every table with what the backup says of
it, and checks the audit log. Nothing is changed where something does not agree. All sessions end. Ends with 1 where it could not be done,
or the audit log was changed.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [given, ...more] = positionals;
  if (values.help || !given || more.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  loadEnvFile();
  const folder = resolve(given);
  const dataDir = await ensureDataFolder(env().dataDir);
  return withDatabase(async (address) => {
    const began = performance.now();
    const { at, tables, lastSeal } = await restore(address, folder);
    const beside = await restoreBeside(folder, dataDir);
    const log = await checkLog(dataDir, lastSeal?.number ?? 0);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    if (values.json) console.log(JSON.stringify({ rows, tables: tables.length, seconds, ...log }));
    else {
      console.log(
        `${rows} rows of ${tables.length} tables as of ${at} are back, each table with its count and its sum; ${seconds} s.`,
      );
      console.log(
        log.faults === 0
          ? `Nothing was changed in ${log.entries} entries of the audit log under ${log.seals} seals, held against ${log.heads} heads.`
          : `The audit log has ${log.faults} faults: npm run audit:verify names them.`,
      );
      console.log(
        'What was erased since this backup was made is back with it: npm run privacy -- erase-again FILE takes it away.',
      );
      if (beside.length > 0) console.log(`Put into ${dataDir}: ${beside.join(', ')}.`);
      if (log.later > 0) {
        console.log(
          `${log.later} heads left the database after this backup was made: what they seal is not in it. Keep them, and begin a new file.`,
        );
      }
    }
    return log.faults === 0 ? 0 : 1;
  });
}

type CheckedLog = { entries: number; seals: number; heads: number; faults: number; later: number };

/** Checks the log by the heads and keys of this installation; heads that left after the backup was made are counted by themselves. */
async function checkLog(dataDir: string, lastSeal: number): Promise<CheckedLog> {
  const names = (await readdir(dataDir)).filter(isPublicKeyFile);
  const pems = await Promise.all(names.map((name) => readFile(join(dataDir, name), 'utf8')));
  const keys = new Map(pems.map(createPublicKey).map((key) => [keyIdOf(key), key] as const));
  const { heads } = readHeads(await readIfThere(env().auditHeads ?? join(dataDir, HEADS)));
  const own = heads.filter(({ number }) => number <= lastSeal);
  const { entries, seals, faults } = await withOwnerClient((client) => verifyLog(client, { heads: own, keys }));
  return { entries, seals, heads: own.length, faults: faults.length, later: heads.length - own.length };
}

try {
  process.exit(await main());
} catch (error) {
  process.exit(explainFailure(error));
}

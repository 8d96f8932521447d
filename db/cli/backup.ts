import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../backup/back-up';
import { HEADS, saveBeside } from '../backup/keys';
import { withOwnerClient } from '../connection';
import { ensureDataFolder } from '../engine/data-folder';
import { withDatabase } from '../engine/with-database';
import { env, loadEnvFile } from '../env';
import { explainFailure } from './explain-failure';

const USAGE = `Usage: npm run backup -- FOLDER [--with-keys] [--json]

Writes every row, as of one moment, and what checks the audit log into FOLDER, which must not be there yet. People go on working meanwhile.
With --with-keys the secrets of the data folder as well: keep such a backup as you keep a key. Restore it by npm run restore.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'with-keys': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [given, ...more] = positionals;
  if (values.help || !given || more.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  loadEnvFile();
  const folder = resolve(given);
  if (existsSync(folder)) throw new Error(`${folder} is there already: a backup is written into a folder of its own.`);
  const dataDir = await ensureDataFolder(env().dataDir);
  return withDatabase(async () => {
    const began = performance.now();
    const manifest = await withOwnerClient((client) => backUp(client, folder));
    const beside = await saveBeside(folder, {
      dataDir,
      headsFile: env().auditHeads ?? join(dataDir, HEADS),
      lastSeal: manifest.lastSeal?.number ?? 0,
      isWithKeys: values['with-keys'],
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    if (values.json) console.log(JSON.stringify({ rows, tables: manifest.tables.length, seconds, at: manifest.at }));
    else {
      console.log(
        `${rows} rows of ${manifest.tables.length} tables as of ${manifest.at} are in ${folder}; ${seconds} s.`,
      );
      console.log(
        beside.length > 0 ? `Beside them: ${beside.join(', ')}.` : 'The data folder held nothing else to keep.',
      );
    }
    return 0;
  });
}

try {
  process.exit(await main());
} catch (error) {
  process.exit(explainFailure(error));
}

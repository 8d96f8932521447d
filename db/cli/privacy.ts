import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { readErasures } from '@/lib/privacy/erasure-log';
import { eraseAgain } from '../commands/privacy/erase-again';
import { withDatabase } from '../engine/with-database';
import { env, loadEnvFile } from '../env';
import { erasureLogOf } from '../jobs/erasure-log-place';
import { explainFailure } from './explain-failure';

const USAGE = `Usage: npm run privacy -- erase-again [FILE] [--json]

After a backup was restored: erases once more what had been erased since it was made, by the log of erasures in FILE (LUXOR_ERASURES,
or erasures.jsonl of the data folder, where none is given). What the database knows of is passed over, so that it may be run as often as one likes. Ends with 1 where
it could not be done, with 2 where lines of the log could not be read.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [act, given, ...more] = positionals;
  if (values.help || act !== 'erase-again' || more.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  loadEnvFile();
  const file = given ? resolve(given) : resolve(erasureLogOf(env()));
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const { lines, unread } = readErasures(readFileSync(file, 'utf8'));
  return withDatabase(async () => {
    const erased: Record<string, number> = {};
    for (const line of lines) {
      const count = await eraseAgain(SYSTEM_ACTOR, line);
      if (count > 0) erased[line.kind] = (erased[line.kind] ?? 0) + count;
    }
    if (values.json) console.log(JSON.stringify({ batches: lines.length, ...erased, unread: unread.length }));
    else {
      const told = Object.entries(erased).map(([kind, count]) => `${count} ${kind.replace('_', ' ')}`);
      console.log(`${lines.length} batches in the log; ${told.length > 0 ? told.join(', ') : 'nothing'} erased again.`);
      for (const line of unread) console.log(`line ${line} of the log: it is no erasure, and was passed over`);
    }
    return unread.length > 0 ? 2 : 0;
  });
}

try {
  process.exit(await main());
} catch (error) {
  process.exit(explainFailure(error));
}

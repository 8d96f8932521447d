import { createPublicKey } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyIdOf, readHeads } from '@/lib/audit/seal';
import { isPublicKeyFile } from '../audit-key';
import { withOwnerClient } from '../connection';
import { withDatabase } from '../engine/with-database';
import { env, loadEnvFile } from '../env';
import { type LogFault, verifyLog } from './verify-log';
import { explainFailure } from './explain-failure';

const USAGE = `Usage: npm run audit:verify -- [--heads FILE] [--key FILE ...] [--json]

Checks every sealed entry of the audit log, the chain of seals and their signatures, and holds the heads that left the database
against it. Without --heads and --key those of the data folder are used, which who runs this machine could have written: bring your own.
Ends with 1 where something was changed, with 2 where there was no head or no key to check all of it by.`;

/** Nothing is wrong with what was checked, but not all was. */
const NOT_WHOLE = 2;

const SENTENCES: Readonly<Record<LogFault['kind'], string>> = {
  entry_changed: 'the entry is not what was sealed',
  entry_gone: 'the entry was removed',
  entry_added: 'the entry was added past the log',
  seal_broken: 'entries of the seal were removed, added or put in another order',
  chain_broken: 'the seal does not follow from the one before',
  signature_wrong: 'the signature is not by a key that is trusted',
  head_differs: 'the head is not the one that left the database: the log was written anew',
  head_gone: 'the head that left the database is not in it: the end of the log was cut off',
};

const placeOf = (fault: LogFault) =>
  [
    'seal' in fault && fault.seal > 0 ? `seal ${fault.seal}` : '',
    'place' in fault && fault.seal > 0 ? `place ${fault.place}` : '',
    'id' in fault ? `entry ${fault.id}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const ownKeys = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(isPublicKeyFile)
        .map((name) => resolve(folder, name))
    : [];

function trusted(paths: readonly string[]) {
  return new Map(
    paths.map((path) => {
      const key = createPublicKey(readFileSync(path, 'utf8'));
      return [keyIdOf(key), key] as const;
    }),
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      heads: { type: 'string' },
      key: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  loadEnvFile();
  const own = resolve(env().dataDir);
  const path = values.heads ?? env().auditHeads ?? resolve(own, 'audit-heads.jsonl');
  const text = readIfThere(path);
  if (text === null && values.heads) throw new Error(`There is no file ${path}.`);
  const { heads, unread } = readHeads(text ?? '');
  const keys = trusted(values.key ?? ownKeys(own));
  return withDatabase(async () => {
    const began = performance.now();
    const verified = await withOwnerClient((client) => verifyLog(client, { heads, keys }));
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const isWhole = heads.length > 0 && keys.size > 0;
    if (values.json) console.log(JSON.stringify({ ...verified, unread, seconds }));
    else {
      for (const fault of verified.faults) console.log(`${placeOf(fault)}: ${SENTENCES[fault.kind]}`);
      for (const line of unread) console.log(`line ${line} of the heads: it is no head, and was passed over`);
      if (verified.isCut) console.log('There are more faults of a kind than these thousand.');
      const { entries, seals, waiting, heads: told } = verified;
      console.log(
        `${entries} entries under ${seals} seals, ${told} heads from outside, ${waiting} entries not sealed yet; ${seconds} s.`,
      );
      if (told === 0)
        console.log('Without a head from outside, a log that was written anew as a whole cannot be told.');
      if (keys.size === 0) console.log('Without a key, signatures were not checked.');
      if (verified.faults.length === 0 && isWhole) console.log('Nothing was changed.');
    }
    return verified.faults.length > 0 ? 1 : isWhole ? 0 : NOT_WHOLE;
  });
}

try {
  process.exit(await main());
} catch (error) {
  process.exit(explainFailure(error));
}

import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, RefusedError } from '@/lib/kernel/errors';
import { explainLoadProblem, explainRefusal } from '@/lib/reference/explain';
import { editionOfFile } from '@/lib/reference/inputs';
import { isReferenceKind, REFERENCE_KINDS } from '@/lib/reference/kinds';
import { layoutsOf } from '@/lib/reference/layouts';
import { whyNothing } from '@/lib/reference/preview';
import { confirmLoad } from '../commands/reference/confirm-load';
import { discardLoad } from '../commands/reference/discard-load';
import { type Previewed, previewLoad } from '../commands/reference/preview-load';
import { withDatabase } from '../engine/with-database';
import { loadEnvFile } from '../env';
import { migrateDatabase } from '../migrate';
import { seedReference } from '../seed/reference';
import { inTransaction } from '../transaction';
import { previewLines } from './preview-lines';

const USAGE = `Usage: npm run reference -- load KIND FILE [--list NAME] [--edition NAME] [--valid-from YYYY-MM-DD] [--yes] [--json]
       npm run reference -- kinds

Shows what a file changes, asks, and writes it as one. --yes does not ask; without it and without a terminal nothing is written.
--list names the part to read where several lists stand side by side in a file; "kinds" lists every KIND with its layouts.`;

type Wish = {
  readonly kind: (typeof REFERENCE_KINDS)[number];
  readonly path: string;
  readonly series: string | null;
  readonly edition: string;
  readonly validFrom: string;
  readonly isYes: boolean;
  readonly isJson: boolean;
};

function printKinds(): void {
  for (const kind of REFERENCE_KINDS) {
    console.log(kind);
    for (const { name, columns, series, isNarrow } of layoutsOf(kind)) {
      console.log(`  ${name}${series ? `  --list ${series.join('|')}` : ''}`);
      if (columns.length > 0) console.log(`    ${columns.join(', ')}${isNarrow ? ' (and no other)' : ''}`);
    }
  }
}

function readWish(): Wish | 'kinds' {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'string' },
      edition: { type: 'string' },
      'valid-from': { type: 'string' },
      yes: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, kind = '', path = ''] = positionals;
  if (verb === 'kinds') return 'kinds';
  if (verb !== 'load' || path === '') throw new Error(USAGE);
  if (!isReferenceKind(kind)) throw new Error(`KIND is one of ${REFERENCE_KINDS.join(', ')}.\n${USAGE}`);
  return {
    kind,
    path,
    series: values.list ?? null,
    edition: values.edition ?? editionOfFile(basename(path), values.list ?? null),
    validFrom: values['valid-from'] ?? dayOf(new Date()),
    isYes: values.yes,
    isJson: values.json,
  };
}

async function asked(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

/** Confirms or discards what was looked at; gives what became of it. */
async function settle({ loadId, status, fingerprint, preview }: Previewed, wish: Wish): Promise<string> {
  if (status === 'unchanged') return whyNothing(preview);
  if (wish.isYes || (!wish.isJson && (await asked('Load it? [y/N] ')))) {
    await confirmLoad(SYSTEM_ACTOR, { loadId, fingerprint });
    return 'loaded';
  }
  await discardLoad(SYSTEM_ACTOR, { loadId });
  return 'discarded';
}

const OUTCOMES: Readonly<Record<string, string>> = {
  loaded: 'Loaded.',
  unchanged: 'Nothing was changed: every row says what already stands.',
  refused: 'Nothing was changed: every row was refused.',
  discarded: 'Nothing was changed. Add --yes to load the file without being asked.',
};

async function load(wish: Wish): Promise<void> {
  const { kind, path, series, edition, validFrom } = wish;
  const announcedBytes = statSync(path).size;
  const startedAt = performance.now();
  const found = await previewLoad(
    SYSTEM_ACTOR,
    { kind, series, edition, validFrom, fileName: basename(path) },
    { body: createReadStream(path), announcedBytes },
  );
  const previewMs = Math.round(performance.now() - startedAt);
  if (!wish.isJson) for (const line of previewLines(found.preview)) console.log(line);
  const settledAt = performance.now();
  const outcome = await settle(found, wish);
  if (!wish.isJson) return console.log(OUTCOMES[outcome]);
  const { samples: _, problems, counts, ...figures } = found.preview;
  const { loadId, fingerprint } = found;
  const loadMs = outcome === 'loaded' ? Math.round(performance.now() - settledAt) : 0;
  console.log(
    JSON.stringify({
      kind,
      edition,
      validFrom,
      outcome,
      loadId,
      fingerprint,
      ...figures,
      counts,
      problems,
      previewMs,
      loadMs,
    }),
  );
}

async function main(): Promise<void> {
  loadEnvFile();
  const wish = readWish();
  if (wish === 'kinds') return printKinds();
  await withDatabase(async (address) => {
    await migrateDatabase(address);
    await inTransaction((tx) => seedReference(tx));
    await load(wish);
  });
}

main().catch((error: unknown) => {
  if (error instanceof InvalidInputError)
    for (const problem of error.problems) console.error(explainLoadProblem(problem));
  else if (error instanceof RefusedError) for (const reason of error.reasons) console.error(explainRefusal(reason));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

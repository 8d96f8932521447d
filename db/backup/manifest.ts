import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
/** Raised when a backup is laid out in another way; an older one is refused by name, never guessed at. */
const LAYOUT = 1;

const TABLE = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  /** File of the rows in the text format of COPY, packed by gzip. */
  file: z.string().regex(/^[a-z0-9_.]+$/),
  /** SHA-256 of the packed file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().min(0),
  /** Sum of a hash of every row: the same rows in any order give the same. */
  sum: z.string().regex(/^-?\d+$/),
});

const SCHEMA = z.strictObject({
  layout: z.literal(LAYOUT),
  /** The instant the rows are of. */
  at: z.iso.datetime(),
  /** Version of PostgreSQL, for whoever looks at it. */
  server: z.string(),
  /** Hashes of the migrations the database had had, in their order. */
  migrations: z.array(z.string()),
  /** First and last month with partitions of their own. */
  months: z.strictObject({ fromOn: z.iso.date(), toOn: z.iso.date() }),
  /** The last seal of the audit log; null where nothing was sealed. */
  lastSeal: z.strictObject({ number: z.int(), head: z.string() }).nullable(),
  tables: z.array(TABLE),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof SCHEMA>;
export type SavedTable = Manifest['tables'][number];

export const newManifest = (content: Omit<Manifest, 'layout'>): Manifest => ({ layout: LAYOUT, ...content });

/** The manifest of a backup. @throws Error with a sentence where the folder is none, or one of another layout */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`${folder} holds no backup: there is no ${MANIFEST} in it.`);
  });
  const parsed = SCHEMA.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`${MANIFEST} of ${folder} cannot be used: ${first?.path.join('.') || 'it'} ${first?.message}.`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

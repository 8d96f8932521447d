import type { Client } from 'pg';
import { sqlState } from './sql-state';

const INDEX = /^\s*CREATE (UNIQUE )?INDEX "([^"]+)" ON ("[^"]+"\."[^"]+") (USING [\s\S]+?);?\s*$/;
/** The migration makes the column, table or function itself. */
const NOT_YET_THERE = ['42703', '42P01', '42883'];
/** Rows against the condition of a unique index: the migration mends or tells them. */
const NOT_UNIQUE = '23505';

/**
 * Makes the indexes of a migration on partitioned tables before it, partition by partition and without holding up writers. When the
 * migration then makes the index of the parent, PostgreSQL finds the like ones and attaches them: the table is locked for a moment
 * rather than for as long as millions of rows are sorted. An index over what the migration itself adds is left to it. Goes on where
 * it was killed: what is whole stays, what is half made is made anew.
 */
export async function buildIndexesAhead(client: Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const [, unique = '', name, parent, definition] = INDEX.exec(statement) ?? [];
    if (!name || !parent || !definition) continue;
    for (const { partition, id } of await partitionsWithRows(client, parent)) {
      try {
        await buildIndex(client, { name: `${name}_${id}`, unique, partition, definition });
      } catch (error) {
        if (sqlState(error) === NOT_UNIQUE || NOT_YET_THERE.includes(sqlState(error) ?? '')) break;
        throw error;
      }
    }
  }
}

async function partitionsWithRows(client: Client, parent: string) {
  const { rows } = await client.query<{ partition: string; id: string }>(
    `select format('%I.%I', n.nspname, c.relname) as partition, c.oid::text as id
       from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
      where i.inhparent = to_regclass($1) and c.relkind = 'r' and pg_relation_size(c.oid) > 0 order by c.relname`,
    [parent],
  );
  return rows;
}

async function buildIndex(
  client: Client,
  index: { readonly name: string; readonly unique: string; readonly partition: string; readonly definition: string },
): Promise<void> {
  const { rows } = await client.query<{ quoted: string }>(
    `select format('%I.%I', n.nspname, c.relname) as quoted
       from pg_index x join pg_class c on c.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where x.indrelid = to_regclass($1) and c.relname = $2 and not x.indisvalid`,
    [index.partition, index.name],
  );
  for (const { quoted } of rows) await client.query(`drop index concurrently ${quoted}`);
  await client.query(
    `create ${index.unique}index concurrently if not exists "${index.name}" on ${index.partition} ${index.definition}`,
  );
}

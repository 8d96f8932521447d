import type pg from 'pg';

/**
 * Places of a database that hold some text, in whatever case: every column of text, JSON or bytes of every table of the product is read, those
 * of each partition once. Gives `schema.table.column`.
 */
export async function placesOf(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ place: string; quoted: string; column: string; type: string }>(
    `select n.nspname || '.' || c.relname as place, format('%I.%I', n.nspname, c.relname) as quoted, a.attname as column,
        format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'json', 'character varying', 'bytea')`,
  );
  const found: string[] = [];
  for (const { place, quoted, column, type } of rows) {
    const holds =
      type === 'bytea'
        ? `position(lower($1) in lower(encode("${column}", 'escape'))) > 0`
        : `position(lower($1) in lower("${column}"::text)) > 0`;
    const { rowCount } = await client.query(`select 1 from ${quoted} where ${holds} limit 1`, [text]);
    if (rowCount) found.push(`${place}.${column}`);
  }
  return found.sort();
}

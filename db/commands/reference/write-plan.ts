import 'server-only';
import { sql } from 'drizzle-orm';
import { endParameters, type ParameterEnd } from '@/db/commands/policy/end-parameters';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { codes, type loads, offices, parameters } from '@/db/schema';
import { isParameterList, type ReferenceKind } from '@/lib/reference/kinds';
import type { LoadPlan } from '@/lib/reference/plan';

type Load = Pick<typeof loads.$inferSelect, 'id' | 'source' | 'edition'>;
type Written = { readonly kind: ReferenceKind; readonly plan: LoadPlan; readonly load: Load };

/** Ends and begins the rows of a plan. Rows are only ever ended or added: what a decision rested on stays to be read. */
export async function writePlan(tx: Tx, { kind, plan, load }: Written, at: Date): Promise<void> {
  const ends = plan.end.map(({ row: { rowKind, key, validFrom, revision }, validTo }) => ({
    ...{ kind: rowKind, key, validFrom, revision, validTo },
  }));
  const isParameters = isParameterList(kind);
  const ended = await (isParameters ? endParameters(tx, ends, at) : endCodes(tx, ends));
  if (ended !== ends.length) throw new Error(`${ends.length} rows were to end and ${ended} did`);
  const begun = plan.begin.map(({ rowKind, continues, ...row }) => ({
    ...row,
    kind: rowKind,
    source: continues?.source ?? load.source,
    edition: continues?.edition ?? load.edition,
    loadId: load.id,
  }));
  if (isParameters) {
    await copySet(
      tx,
      parameters,
      begun.map((row) => ({ ...row, recordedAt: at })),
    );
  } else await copySet(tx, codes, begun);
  if (kind === 'offices') await renewOffices(tx, [...new Set(plan.changes.map(({ key }) => key))]);
}

/** Gives rows of the lists of codes another last day. Gives how many rows there were. */
async function endCodes(tx: Tx, ends: readonly ParameterEnd[]): Promise<number> {
  const rows = ends.map(({ validFrom: valid_from, validTo: valid_to, ...row }) => ({ ...row, valid_from, valid_to }));
  const ended = await tx.execute(sql`
    update ${codes} t set valid_to = e.valid_to
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as e(kind text, key text, valid_from date, revision smallint, valid_to date)
    where t.kind = e.kind and t.key = e.key and t.valid_from = e.valid_from and t.revision = e.revision`);
  return ended.rowCount ?? 0;
}

/** The register of offices that people and consignments belong to: what its dated rows say, from the first to the last of them. */
async function renewOffices(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.execute(sql`
    insert into ${offices} (id, name, country, valid_from, valid_to, source)
    select distinct on (key) key, value ->> 'name', value ->> 'country',
      min(valid_from) over (partition by key), valid_to, source
    from ${codes}
    where kind = 'office' and key in (select json_array_elements_text(${JSON.stringify(keys)}::json))
      and (valid_to is null or valid_to >= valid_from)
    order by key, valid_from desc, revision desc
    on conflict (id) do update set name = excluded.name, country = excluded.country, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, source = excluded.source`);
}

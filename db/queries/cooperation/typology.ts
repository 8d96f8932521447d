import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, consignments, items } from '@/db/schema';
import { type Contributors, DISCLOSURE_RULE, findingOf, roundedCount } from '@/lib/disclosure/rule';
import { dayOf, endOfDay } from '@/lib/kernel/dates';

type Row = {
  chapter: string;
  role: keyof Contributors;
  contributors: string;
  first: string;
  second: string;
  total: string;
};

/** First and last day of a month told as `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly fromOn: string; readonly toOn: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const toOn = dayOf(endOfDay(dayOf(new Date(Date.UTC(year, number, 0)))));
  return { fromOn: `${month}-01`, toOn };
}

/**
 * Findings among what came to all offices in one whole month, by HS chapter of the principal item: only of chapters where enough senders,
 * importers, platforms and operators are behind the findings and none dominates them, by the rule that statistics are published by, and
 * rounded. Sums are not told, so that nothing follows of what is left out. Months do not overlap, and one month is told once, of the whole
 * administration (see `preparePackage`): two of other offices or of another day could be subtracted, and tell who is between them.
 * Takes no actor: commands and queries compose it.
 */
export async function typologyOf(from: Executor, month: string): Promise<{ chapter: string; findings: number }[]> {
  const { fromOn, toOn } = daysOfMonth(month);
  const { rows } = await from.execute<Row>(sql`
    with found as (
      select substr(i.commodity_code, 1, 2) as chapter, c.consignment_id::text as consignment, c.sender_key as sender,
        c.recipient_key as importer, coalesce(c.marketplace, c.sender_key) as platform, c.partner_id::text as operator
      from ${clearances} l
      join ${consignments} c on c.consignment_id = l.consignment_id and c.received_on = l.received_on
      join ${items} i on i.consignment_id = l.consignment_id and i.received_on = l.received_on and i.is_principal = 1
      where l.received_on between ${fromOn} and ${toOn} and l.examination_outcome = 'finding'
        and i.commodity_code is not null
    ), behind as (
      select chapter, role, who, count(*) as n,
        row_number() over (partition by chapter, role order by count(*) desc) as place
      from found
      cross join lateral (values ('consignment', consignment), ('sender', sender), ('importer', importer),
        ('platform', platform), ('operator', operator)) as v(role, who)
      group by chapter, role, who
    )
    select chapter, role, count(*)::text as contributors, max(n)::text as first,
      coalesce(max(n) filter (where place = 2), 0)::text as second, sum(n)::text as total
    from behind group by chapter, role order by chapter`);
  const chapters = new Map<string, Row[]>();
  for (const row of rows) chapters.set(row.chapter, [...(chapters.get(row.chapter) ?? []), row]);
  return [...chapters].flatMap(([chapter, own]) => {
    const contributors: Contributors = Object.fromEntries(
      own.map(({ role, contributors: count, first, second, total }) => [
        role,
        {
          contributors: Number(count),
          held: [{ first: BigInt(first), second: BigInt(second), total: BigInt(total) }],
        },
      ]),
    );
    if (findingOf(contributors, DISCLOSURE_RULE) !== null) return [];
    const findings = own.find(({ role }) => role === 'consignment')?.total ?? '0';
    return [{ chapter, findings: Number(roundedCount(BigInt(findings), DISCLOSURE_RULE)) }];
  });
}

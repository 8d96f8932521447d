import type { Client } from 'pg';

/** A month that is counted at a time: from its first day to before the first of the next. */
type Month = { readonly from: string; readonly to: string };

/** Noted in `drizzle.data_steps`, with the months that were taken. */
export const PLACE_QUALITY = 'quality_days: offices of what came before offices were kept';

/**
 * Gives the quality of a month to the offices that handle its consignments: versions before counted all of it under `-`. What the ledger
 * knows is taken from there and entered at its office, as an amendment would; records that were refused, and consignments that are no more,
 * stay under `-`. Taken once, before this version counts anything: later counts are at their offices by themselves.
 */
export async function placeQualityOf(client: Client, { from, to }: Month): Promise<void> {
  await client.query('lock table intake.quality_days, intake.quality_day_findings in share row exclusive mode');
  await client.query(PLACE_DAYS, [from, to]);
  await client.query(TAKE_DAYS, [from, to]);
  await client.query(PLACE_FINDINGS, [from, to]);
  await client.query(TAKE_FINDINGS, [from, to]);
}

const DAYS = `
  select s.partner_id, c.received_on as day, s.office_id, count(*)::int as records, sum(c.quality_score)::bigint as score_sum,
    count(*) filter (where c.quality_score < 50)::int as poor,
    count(*) filter (where c.quality_score >= 50 and c.quality_score < 75)::int as weak,
    count(*) filter (where c.quality_score >= 75 and c.quality_score < 90)::int as fair,
    count(*) filter (where c.quality_score >= 90)::int as good
  from consignment.consignments c
  join clearance.clearances s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
  where c.received_on >= $1::date and c.received_on < $2::date and c.quality_score is not null
  group by s.partner_id, c.received_on, s.office_id`;

/** As `findingsOf` tells them: each once a record, by rule and column. */
const FINDINGS = `
  select partner_id, day, office_id, code, severity, field, count(*)::int as records, max(reference) as example
  from (
    select distinct on (c.consignment_id, w->>'code', f.field) s.partner_id, c.received_on as day, s.office_id, c.reference,
      w->>'code' as code, w->>'severity' as severity, f.field
    from consignment.consignments c
    join clearance.clearances s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
    cross join lateral jsonb_array_elements(c.warnings) as w
    cross join lateral (select regexp_replace(coalesce(w->>'pointer', ''), '^items[.][0-9]+[.]', 'items.') as field) as f
    where c.received_on >= $1::date and c.received_on < $2::date and c.quality_score is not null
    order by c.consignment_id, w->>'code', f.field, w->>'severity'
  ) as found group by partner_id, day, office_id, code, severity, field`;

const PLACE_DAYS = `
  insert into intake.quality_days (partner_id, day, office_id, records, refused, score_sum, poor, weak, fair, good)
  select partner_id, day, office_id, records, 0, score_sum, poor, weak, fair, good from (${DAYS}) as ledger
  on conflict (partner_id, day, office_id) do update set records = quality_days.records + excluded.records,
    score_sum = quality_days.score_sum + excluded.score_sum, poor = quality_days.poor + excluded.poor,
    weak = quality_days.weak + excluded.weak, fair = quality_days.fair + excluded.fair, good = quality_days.good + excluded.good`;

/** Only from rows there are, and never below none. */
const TAKE_DAYS = `
  insert into intake.quality_days (partner_id, day, office_id, records, refused, score_sum, poor, weak, fair, good)
  select q.partner_id, q.day, q.office_id, sum(l.records), 0, sum(l.score_sum), sum(l.poor), sum(l.weak), sum(l.fair), sum(l.good)
  from intake.quality_days q join (${DAYS}) as l on l.partner_id = q.partner_id and l.day = q.day
  where q.office_id = '-' and q.day >= $1::date and q.day < $2::date
  group by q.partner_id, q.day, q.office_id
  on conflict (partner_id, day, office_id) do update set records = greatest(0, quality_days.records - excluded.records),
    score_sum = greatest(0, quality_days.score_sum - excluded.score_sum), poor = greatest(0, quality_days.poor - excluded.poor),
    weak = greatest(0, quality_days.weak - excluded.weak), fair = greatest(0, quality_days.fair - excluded.fair),
    good = greatest(0, quality_days.good - excluded.good)`;

const PLACE_FINDINGS = `
  insert into intake.quality_day_findings (partner_id, day, office_id, code, severity, field, records, example)
  select partner_id, day, office_id, code, severity, field, records, example from (${FINDINGS}) as ledger
  on conflict (partner_id, day, office_id, code, severity, field) do update
    set records = quality_day_findings.records + excluded.records`;

const TAKE_FINDINGS = `
  insert into intake.quality_day_findings (partner_id, day, office_id, code, severity, field, records)
  select q.partner_id, q.day, q.office_id, q.code, q.severity, q.field, sum(l.records)
  from intake.quality_day_findings q
  join (${FINDINGS}) as l on l.partner_id = q.partner_id and l.day = q.day and l.code = q.code and l.severity = q.severity
    and l.field = q.field
  where q.office_id = '-' and q.day >= $1::date and q.day < $2::date
  group by q.partner_id, q.day, q.office_id, q.code, q.severity, q.field
  on conflict (partner_id, day, office_id, code, severity, field) do update
    set records = greatest(0, quality_day_findings.records - excluded.records)`;

/** What must hold of the database at every moment, as statements that find what breaks it. Numbers as in the report. */
export type Invariant = { readonly id: string; readonly sentence: string; readonly statement: string };

/** Kinds of the timeline that are there from the first version on, before anybody acts. */
const AT_FIRST = `('received', 'assessed', 'selected', 'released_by_lane')`;
/** Audit actions of looks and of kept leases, which change nothing the timeline tells. */
const LOOKS = `('clearance.keep_claim', 'clearance.view_proposal', 'clearance.take_look', 'clearance.answer_look')`;
/** Kinds by which the holder of a claim ends it without telling its number. */
const ENDED_BY_DECISION = `('released', 'payment_awaited', 'detained', 'entry_refused', 'proposed')`;

/**
 * Each looks at the consignments of one office ($1), where the officers of the run are the only ones at work, or at every submission. One
 * statement is one snapshot, so that nothing half done is seen.
 */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1',
    sentence: 'submissions whose records are not accepted, quarantined, unchanged, updated or waiting',
    statement: `select from intake.submissions s where s.status = 'finished' and $1::text is not null
      and s.records_received <> s.records_accepted + s.records_quarantined + s.records_unchanged + s.records_updated`,
  },
  {
    id: 'I2',
    sentence: 'claims that were told twice, or ended twice',
    statement: `select from clearance.events e join clearance.clearances c using (consignment_id)
      where c.office_id = $1 and e.kind in ('claimed', 'given_back', 'lease_expired')
      group by e.consignment_id, e.values ->> 'claimNumber', e.kind = 'claimed' having count(*) > 1`,
  },
  {
    id: 'I2',
    sentence: 'claims whose holder by the row is not who claimed by the timeline',
    statement: `select from clearance.clearances c where c.office_id = $1 and c.claimed_by is not null
      and exists (select from clearance.events e where e.consignment_id = c.consignment_id and e.kind = 'claimed'
        and (e.values ->> 'claimNumber')::int = c.claim_number and e.actor_id <> c.claimed_by)`,
  },
  {
    id: 'I3',
    sentence: 'consignments with two decisions in force from one standing',
    statement: `select from clearance.decisions d join clearance.clearances c using (consignment_id)
      where c.office_id = $1 and d.state = 'final' group by d.consignment_id, d.from_status having count(*) > 1`,
  },
  {
    id: 'I3',
    sentence: 'consignments that do not stand where the decision in force leads',
    statement: `select from clearance.clearances c where c.office_id = $1
      and ((c.status in ('released', 'awaiting_payment') and c.decided_by is not null) <> exists (select from clearance.decisions d
          where d.consignment_id = c.consignment_id and d.state = 'final' and d.kind in ('release', 'release_with_correction'))
        or (c.status = 'awaiting_second') <> exists (select from clearance.decisions d
          where d.consignment_id = c.consignment_id and d.state = 'proposed')
        or (c.status = 'destroyed') <> exists (select from clearance.decisions d
          where d.consignment_id = c.consignment_id and d.state = 'final' and d.kind = 'destroy'))`,
  },
  {
    id: 'I4',
    sentence: 'consignments whose audit rows are not as many as the acts of their timeline',
    statement: `select from clearance.clearances c where c.office_id = $1
      and (select count(*) from clearance.events e where e.consignment_id = c.consignment_id and e.kind not in ${AT_FIRST})
        <> (select count(*) from audit.log a where a.subject_type = 'consignment' and a.subject_id = c.consignment_id::text
          and a.action like 'clearance.%' and a.action not in ${LOOKS})`,
  },
  {
    id: 'I4',
    sentence: 'consignments whose version is not that of the acts of their timeline',
    statement: `select from clearance.clearances c where c.office_id = $1
      and c.row_version <> 1 + (select count(*) from clearance.events e
        where e.consignment_id = c.consignment_id and e.kind not in ${AT_FIRST})`,
  },
  {
    id: 'I5',
    sentence: 'decisions seconded by who proposed them, or in force without the second they ask for',
    statement: `select from clearance.decisions where $1::text is not null
      and (second_by = decided_by or (state = 'final' and second_rule is not null and second_by is null))`,
  },
  {
    id: 'I6',
    sentence: 'claims that were followed by another and ended by nobody, or by another than their holder',
    statement: `select from clearance.events e join clearance.clearances c using (consignment_id)
      where c.office_id = $1 and e.kind = 'claimed'
        and ((e.values ->> 'claimNumber')::int < c.claim_number or c.claimed_by is null)
        and not exists (select from clearance.events o where o.consignment_id = e.consignment_id
          and ((o.kind = 'given_back' and o.values ->> 'claimNumber' = e.values ->> 'claimNumber' and o.actor_id = e.actor_id)
            or (o.kind = 'lease_expired' and o.values ->> 'claimNumber' = e.values ->> 'claimNumber')
            or (o.kind in ${ENDED_BY_DECISION} and o.actor_id = e.actor_id)))
        and not exists (select from clearance.events o where o.consignment_id = e.consignment_id and o.kind = 'claimed'
          and (o.values ->> 'claimNumber')::int = (e.values ->> 'claimNumber')::int + 1 and o.actor_id = e.actor_id)`,
  },
  {
    id: 'I7',
    sentence: 'gaps in the numbers of the seals',
    statement: `select from (select count(*) as n, coalesce(max(number), 0) as last from audit.seals) s
      where $1::text is not null and s.n <> s.last`,
  },
  {
    id: 'I7',
    sentence: 'sealed entries that are missing under their seal',
    statement: `select from audit.seals s left join audit.leaves l on l.seal = s.number
      where $1::text is not null group by s.number, s.entries having count(l.audit_id) <> s.entries`,
  },
];

/** Acts of the officers by the timeline. */
export const TOLD_ACTS = `
  select e.actor_id as "officerId", e.consignment_id as "consignmentId", e.kind, count(*)::int as times
  from clearance.events e where e.actor_id = any($1) group by 1, 2, 3`;

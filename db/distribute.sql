-- Turns a migrated Luxor database into a distributed one on Citus (11.1 or newer, PostgreSQL 15 or newer).
--
-- Not run by the authors: Citus was not at hand. What a catalogue can tell is tested (tests/integration/engine/distribute.test.ts):
-- every table has one place here, every primary key and unique index of a distributed table holds its key, no identity column,
-- trigger or foreign key stands against it, and this script runs to its end against stand-ins for the two functions of Citus.
-- Try it on a copy first.
--
--   1. On an empty database: create extension citus; select citus_set_coordinator_host(…); select citus_add_node(…) per worker.
--   2. Migrate: start Luxor once with DATABASE_URL on the coordinator and LUXOR_DEMO=off, then stop it.
--   3. psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f db/distribute.sql
--   4. After each upgrade that adds a table: the same again. What is placed already is passed over.
--
-- All or nothing, in one transaction. A database with data may be distributed too: its rows are copied to the shards, and the
-- copies left on the coordinator go by truncate_local_data_after_distributing_table.
--
-- Limits to know:
-- - Luxor must connect to the coordinator: its advisory locks (jobs, sign-in, migration) reach no further than one node.
-- - A reader sees each shard at its own moment. The nightly check of statistics against the ledger may therefore name a difference
--   that is gone at the next look; it repairs nothing by itself.
-- - Two batches that bring the same consignments in other orders may meet in a deadlock across nodes; one is then cancelled and
--   repeated from its cursor.
-- - Settings made for one statement (time limit, no nested loops while staging) stay on the coordinator.
-- - A search by reference, S10 or MRN asks every shard. So does a page of the queue, in parallel.
-- - The figures in the office switcher come from one limited count per office of a list (count-waiting-by-office.ts). Should your version
--   refuse it as correlated, every page of an officer fails: try this one first.
-- - So do batches of intake look up, per sender and recipient of a day, a kept total and the first of its consignments by id
--   (same-day.ts). Should your version refuse it, every import stands still: try it second.
-- - A new foreign key of a partitioned table to a reference table is refused once the tables are distributed.

begin;

-- Reference tables with foreign keys among them are made one after the other on the same connections.
set local citus.multi_shard_modify_mode = 'sequential';

do $$
begin
  if to_regproc('create_distributed_table') is null then
    raise exception 'Citus is not installed in this database: create extension citus, add the workers, then run this again.';
  end if;
end $$;

-- Citus reaches the workers under the role in use. It gets no password: let the workers' pg_hba.conf admit it from the coordinator only.
alter role luxor_app login;

-- One row per table. `kind`: reference = whole on every node; distributed = in shards by `key`, shard by shard beside the table
-- named; coordinator = left as it is.
create temporary table placement (
  step int primary key, name regclass unique, kind text, key text, beside regclass
) on commit drop;

insert into placement (step, name, kind) values
  -- Workers and the last runs of their jobs.
  -- Holds are few and asked for by every batch of erasing; batches, requests and days of unusual looks are read by people.
  (200, 'privacy.legal_holds', 'reference'),
  (240, 'privacy.erasure_batches', 'reference'),
  (241, 'privacy.access_requests', 'reference'),
  (207, 'privacy.unusual_browsing', 'reference'),
  (208, 'privacy.browsing_days', 'reference'),
  (152, 'operation.workers', 'reference'),
  (153, 'operation.job_runs', 'reference'),
  -- Small, read by every node, seldom written. Sessions and sign-in tries are written more often, but live with users.
  (101, 'identity.offices', 'reference'),
  (102, 'identity.partners', 'reference'),
  (199, 'identity.agencies', 'reference'),
  (103, 'identity.users', 'reference'),
  (104, 'identity.user_offices', 'reference'),
  (105, 'identity.sessions', 'reference'),
  (106, 'identity.login_attempts', 'reference'),
  (190, 'identity.totps', 'reference'),
  (191, 'identity.recovery_codes', 'reference'),
  (112, 'identity.parcel_questions', 'reference'),
  (107, 'identity.api_keys', 'reference'),
  (108, 'policy.parameters', 'reference'),
  (109, 'risk.value_bands', 'reference'),
  (114, 'risk.profiles', 'reference'),
  (115, 'risk.profile_versions', 'reference'),
  (116, 'risk.profile_standings', 'reference'),
  (117, 'risk.training_runs', 'reference'),
  (118, 'risk.model_versions', 'reference'),
  (119, 'risk.model_standings', 'reference'),
  (120, 'risk.model_drift', 'reference'),
  (121, 'risk.dismissals', 'reference'),
  (122, 'risk.capacity_revisions', 'reference'),
  (123, 'risk.draw_plans', 'reference'),
  (128, 'clearance.together_limits', 'reference'),
  (129, 'clearance.hand_overs', 'reference'),
  (133, 'clearance.together_batches', 'reference'),
  (134, 'clearance.batch_looks', 'reference'),
  (124, 'risk.profile_slots', 'reference'),
  (125, 'risk.profile_mutes', 'reference'),
  (126, 'risk.profile_lists', 'reference'),
  (127, 'risk.profile_list_editions', 'reference'),
  (110, 'policy.codes', 'reference'),
  (130, 'policy.instruments', 'reference'),
  (131, 'policy.changes', 'reference'),
  (132, 'policy.change_decisions', 'reference'),
  (137, 'policy.drafts', 'reference'),
  (135, 'policy.discarded_drafts', 'reference'),
  (136, 'policy.known_ends', 'reference'),
  (111, 'intake.csv_layouts', 'reference'),
  (138, 'statistics.views', 'reference'),
  (151, 'audit.seals', 'reference'),
  (139, 'statistics.filled_cubes', 'reference'),
  (165, 'statistics.judged_days', 'reference'),
  (344, 'statistics.checked_days', 'reference'),
  (345, 'statistics.remarks', 'reference'),
  (166, 'statistics.anomalies', 'reference'),
  -- Accounts and what people enter on them; few rows, joined with each other.
  (141, 'revenue.accounts', 'reference'),
  (142, 'revenue.guarantees', 'reference'),
  (143, 'revenue.statements', 'reference'),
  (144, 'revenue.payments', 'reference'),
  (145, 'revenue.payment_matches', 'reference'),
  (146, 'revenue.files', 'reference'),
  (147, 'revenue.vendor_returns', 'reference'),
  (148, 'revenue.refunds', 'reference'),
  (149, 'revenue.refund_verdicts', 'reference'),
  (161, 'partnership.trust_statuses', 'reference'),
  (162, 'partnership.memoranda', 'reference'),
  (163, 'partnership.resolution_actions', 'reference'),
  (180, 'cooperation.identities', 'reference'),
  (181, 'cooperation.counterparts', 'reference'),
  (182, 'cooperation.packages', 'reference'),
  (183, 'cooperation.items', 'reference'),
  (184, 'cooperation.matches', 'reference'),
  -- A row a partner and month, written by one job.
  (164, 'statistics.partner_months', 'reference'),
  (220, 'statistics.counted_days', 'reference'),
  (227, 'publication.mail_subscribers', 'coordinator'),
  (228, 'publication.mails', 'coordinator'),
  (343, 'publication.mail_tries', 'coordinator'),
  -- Courses and the ways of people through them; small, and of nothing else.
  (170, 'learning.courses', 'reference'),
  (171, 'learning.course_exercises', 'reference'),
  (172, 'learning.course_attempts', 'reference'),
  (173, 'learning.attempt_answers', 'reference'),
  -- Cubes grow with days and members, not with consignments, and intake adds net changes only: one node bears them. There, folding
  -- and reading share one snapshot, and grouping sets are allowed.
  (201, 'statistics.contributions', 'coordinator'),
  (202, 'statistics.cells', 'coordinator'),
  -- What is noted for posting is taken up within seconds; days of accounts grow with accounts, not with consignments.
  (205, 'revenue.noted_dues', 'coordinator'),
  (206, 'revenue.account_days', 'coordinator'),
  -- A back-test is asked for by a person and has one row a day.
  (203, 'risk.profile_back_tests', 'coordinator'),
  (204, 'risk.profile_back_test_days', 'coordinator'),
  -- A simulation is asked for by a person; its cells grow with months and members, not with consignments.
  (221, 'policy.simulations', 'coordinator'),
  (222, 'policy.simulation_charges', 'coordinator'),
  (223, 'policy.simulation_controls', 'coordinator'),
  -- Vintages grow with months and members; what is published is read by everybody and joined with nothing.
  (231, 'publication.vintages', 'coordinator'),
  (232, 'publication.vintage_cells', 'coordinator'),
  (233, 'publication.releases', 'coordinator'),
  (235, 'publication.looks', 'coordinator'),
  -- The outbox of web-hooks holds what is to be sent and thirty days of what was; one worker sends it.
  (211, 'webhook.subscriptions', 'coordinator'),
  (212, 'webhook.deliveries', 'coordinator'),
  (213, 'webhook.attempts', 'coordinator');

insert into placement (step, name, kind, key, beside) values
  -- Everything of one consignment lies together: each act of an officer is a matter of one shard.
  (301, 'consignment.identities', 'distributed', 'consignment_id', null),
  (302, 'consignment.consignments', 'distributed', 'consignment_id', 'consignment.identities'),
  (303, 'consignment.versions', 'distributed', 'consignment_id', 'consignment.identities'),
  (304, 'consignment.items', 'distributed', 'consignment_id', 'consignment.identities'),
  (305, 'consignment.parties', 'distributed', 'consignment_id', 'consignment.identities'),
  (306, 'risk.assessments', 'distributed', 'consignment_id', 'consignment.identities'),
  (307, 'clearance.clearances', 'distributed', 'consignment_id', 'consignment.identities'),
  (308, 'clearance.holds', 'distributed', 'consignment_id', 'consignment.identities'),
  (309, 'clearance.referrals', 'distributed', 'consignment_id', 'consignment.identities'),
  (310, 'clearance.examinations', 'distributed', 'consignment_id', 'consignment.identities'),
  (311, 'clearance.decisions', 'distributed', 'consignment_id', 'consignment.identities'),
  (312, 'clearance.events', 'distributed', 'consignment_id', 'consignment.identities'),
  (313, 'risk.profile_facts', 'distributed', 'consignment_id', 'consignment.identities'),
  (314, 'risk.profile_hits', 'distributed', 'consignment_id', 'consignment.identities'),
  (315, 'clearance.stated_duties', 'distributed', 'consignment_id', 'consignment.identities'),
  (316, 'risk.model_scores', 'distributed', 'consignment_id', 'consignment.identities'),
  (317, 'risk.selections', 'distributed', 'consignment_id', 'consignment.identities'),
  (318, 'clearance.hold_answers', 'distributed', 'consignment_id', 'consignment.identities'),
  (319, 'clearance.exhibits', 'distributed', 'consignment_id', 'consignment.identities'),
  (320, 'clearance.custody', 'distributed', 'consignment_id', 'consignment.identities'),
  (322, 'clearance.appeal_acts', 'distributed', 'consignment_id', 'consignment.identities'),
  -- Postings of a consignment lie beside it; those of a payment, by its id, wherever that falls.
  (321, 'revenue.postings', 'distributed', 'subject_id', 'consignment.identities'),
  (338, 'revenue.demands', 'distributed', 'consignment_id', 'consignment.identities'),
  (339, 'revenue.reservations', 'distributed', 'consignment_id', 'consignment.identities'),
  (331, 'clearance.proposal_looks', 'distributed', 'consignment_id', 'consignment.identities'),
  (332, 'clearance.second_looks', 'distributed', 'consignment_id', 'consignment.identities'),
  (336, 'clearance.post_audits', 'distributed', 'consignment_id', 'consignment.identities'),
  (333, 'clearance.viewers', 'distributed', 'consignment_id', 'consignment.identities'),
  (340, 'privacy.erasures', 'distributed', 'consignment_id', 'consignment.identities'),
  (341, 'privacy.statements', 'distributed', 'consignment_id', 'consignment.identities'),
  (342, 'cooperation.match_hits', 'distributed', 'consignment_id', 'consignment.identities'),
  (334, 'consignment.attachments', 'distributed', 'consignment_id', 'consignment.identities'),
  -- What consignments held of published figures is compared with what they hold now, on the shard they lie on.
  (335, 'publication.vintage_facts', 'distributed', 'consignment_id', 'consignment.identities'),
  -- Everything of one submission lies together: a batch reads and empties its rows on one shard.
  (401, 'intake.submissions', 'distributed', 'id', null),
  (402, 'intake.raw_chunks', 'distributed', 'submission_id', 'intake.submissions'),
  (403, 'intake.staged_rows', 'distributed', 'submission_id', 'intake.submissions'),
  (404, 'intake.quarantined_records', 'distributed', 'submission_id', 'intake.submissions'),
  (405, 'intake.submission_findings', 'distributed', 'submission_id', 'intake.submissions'),
  (406, 'intake.versionless_records', 'distributed', 'submission_id', 'intake.submissions'),
  (407, 'intake.submission_offices', 'distributed', 'submission_id', 'intake.submissions'),
  -- A file of reference data and the record of its load; what it says goes to every node, its bytes to one.
  (411, 'policy.loads', 'distributed', 'id', null),
  (412, 'policy.load_chunks', 'distributed', 'load_id', 'policy.loads'),
  -- Found by their own keys alone, joined with nothing.
  (501, 'intake.idempotency_keys', 'distributed', 'key', null),
  (502, 'risk.party_days', 'distributed', 'key', null),
  (508, 'risk.sender_counts', 'distributed', 'key', null),
  (504, 'intake.quality_days', 'distributed', 'partner_id', null),
  (505, 'intake.quality_day_findings', 'distributed', 'partner_id', 'intake.quality_days'),
  (226, 'statistics.partner_days', 'distributed', 'partner_id', null),
  (192, 'identity.api_calls', 'distributed', 'key_id', null),
  (507, 'consignment.attachment_chunks', 'distributed', 'sha256', null),
  (506, 'intake.sandbox_answers', 'distributed', 'partner_id', 'intake.quality_days'),
  (503, 'audit.log', 'distributed', 'id', null),
  (509, 'audit.unsealed', 'distributed', 'audit_id', 'audit.log'),
  (510, 'audit.leaves', 'distributed', 'audit_id', 'audit.log');

do $$
declare
  missing text;
begin
  select string_agg(c.oid::regclass::text, ', ' order by c.oid::regclass::text) into missing
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition
     and n.nspname !~ '^(pg_|citus|columnar)' and n.nspname not in ('information_schema', 'public', 'drizzle')
     and c.oid not in (select name from placement);
  if missing is not null then
    raise exception 'No place is given for %: add it to this script.', missing;
  end if;
end $$;

-- A foreign key cannot be crossed table by table: those of tables to be placed go first and come back at the end.
create temporary table foreign_key on commit drop as
  select k.conrelid::regclass as of_table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
   where k.contype = 'f' and k.conparentid = 0
     and exists (
       select from placement p
        where p.name in (k.conrelid, k.confrelid) and p.kind <> 'coordinator'
          and not exists (select from pg_dist_partition d where d.logicalrelid = p.name));

do $$
declare
  fk record;
  place record;
begin
  for fk in select * from foreign_key loop
    execute format('alter table %s drop constraint %s', fk.of_table, fk.name);
  end loop;

  for place in
    select * from placement p
     where p.kind <> 'coordinator' and not exists (select from pg_dist_partition d where d.logicalrelid = p.name)
     order by p.step
  loop
    if place.kind = 'reference' then
      perform create_reference_table(place.name);
    else
      perform create_distributed_table(place.name, place.key, colocate_with => coalesce(place.beside::text, 'none'));
    end if;
  end loop;

  for fk in select * from foreign_key loop
    execute format('alter table %s add constraint %s %s', fk.of_table, fk.name, fk.definition);
  end loop;
end $$;

commit;

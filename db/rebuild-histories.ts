import type { Client } from 'pg';
import { marketplaceKey } from '@/lib/risk/party-keys';
import { PLACE_QUALITY, placeQualityOf } from './place-quality';

type Month = { readonly from: string; readonly to: string };
type Step = { readonly name: string; readonly takeMonth: (client: Client, month: Month) => Promise<void> };

const ofKinds =
  (...kinds: readonly string[]): Step['takeMonth'] =>
  (client, month) =>
    rebuildMonth(client, kinds, month);

/** What versions before counted otherwise, or not at all; each step is taken once, by the name it is noted under. */
const STEPS: readonly Step[] = [
  // Their keys come of folded names that no consignment stores.
  {
    name: 'party_days: marketplaces and users of scheme numbers',
    takeMonth: ofKinds('marketplace', 'scheme', 'scheme_sender'),
  },
  // Noted as `senders to recipients and addresses` by versions that kept no customs value: taken again.
  {
    name: 'party_days: values of senders to recipients and addresses',
    takeMonth: ofKinds('recipient_sender', 'address_sender'),
  },
  { name: PLACE_QUALITY, takeMonth: placeQualityOf },
];

/** Runs one month; given so that waiting for a lock is the caller's way, as with migrations. */
type Attempt = (run: () => Promise<void>) => Promise<void>;

/** Makes the table of steps that were taken, if it is not there. A backup holds it: a step that was taken is not taken again on what comes back. */
export async function ensureDataSteps(client: Client): Promise<void> {
  await client.query(`create table if not exists drizzle.data_steps
    (name text primary key, reached_on date, finished_at timestamptz)`);
}

/**
 * Counts once after an upgrade what consignments of older versions add to the histories of marketplaces, scheme numbers and their
 * users, of the senders that a recipient or an address had, and of the quality of data by office, from the version in force;
 * otherwise taking such a consignment out would leave less than none. Month by month, each noted in its own transaction: killed anywhere, the next start goes on with the month after.
 * Histories of senders, recipients and addresses by themselves need none: every version counted them.
 */
export async function rebuildHistories(client: Client, attempt: Attempt): Promise<void> {
  await ensureDataSteps(client);
  for (const step of STEPS) await takeStep(client, attempt, step);
}

async function takeStep(client: Client, attempt: Attempt, step: Step): Promise<void> {
  await client.query('insert into drizzle.data_steps (name) values ($1) on conflict do nothing', [step.name]);
  const { rows } = await client.query<{ finished: boolean }>(
    'select finished_at is not null as finished from drizzle.data_steps where name = $1',
    [step.name],
  );
  if (rows[0]?.finished) return;
  const months = await client.query<Month>(
    `select m::date::text as from, (m + interval '1 month')::date::text as to
       from (select min(received_on) as first, max(received_on) as last from consignment.consignments) as days,
         generate_series(date_trunc('month', first::timestamp), last, interval '1 month') as m
      where m > coalesce((select reached_on from drizzle.data_steps where name = $1), '-infinity') order by m`,
    [step.name],
  );
  for (const month of months.rows) await attempt(() => takeMonth(client, step, month));
  await client.query('update drizzle.data_steps set finished_at = now() where name = $1', [step.name]);
}

async function takeMonth(client: Client, step: Step, month: Month): Promise<void> {
  await client.query('begin');
  try {
    await step.takeMonth(client, month);
    await client.query('update drizzle.data_steps set reached_on = $2 where name = $1', [step.name, month.from]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * The lock lets nobody else count meanwhile: what a batch wrote before is seen, what it writes after comes on top. What is stored
 * and nothing stands behind is set to none rather than removed: a day keeps its row, as with consignments taken out.
 */
async function rebuildMonth(client: Client, kinds: readonly string[], { from, to }: Month): Promise<void> {
  await client.query('lock table risk.party_days in share row exclusive mode');
  const { rows: named } = await client.query<{ name: string }>(
    `select distinct marketplace as name from consignment.consignments
      where received_on >= $1 and received_on < $2 and marketplace is not null`,
    [from, to],
  );
  const keys = named.flatMap(({ name }) => marketplaceKey(name) ?? []);
  const names = named.flatMap(({ name }) => (marketplaceKey(name) === null ? [] : [name]));
  await client.query(REBUILD, [from, to, names, keys, kinds]);
}

/** Users of a scheme number as `schemeUserOf` names them: marketplace, else platform, else sender. */
const REBUILD = `
  with entered as (
    select c.received_on as day, f.key as marketplace, c.scheme_id as scheme,
      c.recipient_key || '|' || c.sender_key as recipient_sender, c.address_key || '|' || c.sender_key as address_sender,
      c.scheme_id || '|' || coalesce(f.key, p.id::text, c.sender_key) as scheme_user,
      a.intrinsic_value_minor as value_minor, a.customs_value_minor as customs_minor, (c.transaction_type = 'gift')::int as gift
    from consignment.consignments c
    join risk.assessments a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version
    join clearance.clearances s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
    join consignment.identities i on i.consignment_id = c.consignment_id
    left join identity.partners p on p.id = i.partner_id and p.kind = 'platform'
    left join unnest($3::text[], $4::text[]) as f(name, key) on f.name = c.marketplace
    where c.received_on >= $1 and c.received_on < $2 and s.status <> 'withdrawn'
  ), counted as (
    select kind, key, day, 1 as consignments, value_minor, case when keeps_customs then customs_minor else 0 end as customs_minor, gift
      from entered
      cross join lateral (values ('marketplace', marketplace, false), ('scheme', scheme, false), ('scheme_sender', scheme_user, false),
        ('recipient_sender', recipient_sender, true), ('address_sender', address_sender, true)) as keyed(kind, key, keeps_customs)
      where kind = any($5) and key is not null and key <> ''
    union all
    select kind, key, day, 0, 0, 0, 0 from risk.party_days where kind = any($5) and day >= $1 and day < $2
  )
  insert into risk.party_days (kind, key, day, consignments, value_minor, customs_minor, gifts, examined, findings)
  select kind, key, day, sum(consignments), sum(value_minor), sum(customs_minor), sum(gift), 0, 0 from counted group by kind, key, day
  on conflict (kind, key, day) do update
    set consignments = excluded.consignments, value_minor = excluded.value_minor, customs_minor = excluded.customs_minor,
      gifts = excluded.gifts
  where (party_days.consignments, party_days.value_minor, party_days.customs_minor, party_days.gifts)
    is distinct from (excluded.consignments, excluded.value_minor, excluded.customs_minor, excluded.gifts)`;

import type { ClientBase } from 'pg';
import { APPLICATION_ROLE } from './connection';
import { sqlState } from './sql-state';

/** Tables whose rows the application may add and read but never change or delete: the record of what happened. */
export const APPEND_ONLY = [
  'audit.leaves',
  'audit.log',
  'audit.seals',
  'clearance.batch_looks',
  'clearance.exhibits',
  'clearance.proposal_looks',
  'clearance.stated_duties',
  'clearance.together_limits',
  'intake.csv_layouts',
  'learning.course_exercises',
  'policy.change_decisions',
  'policy.changes',
  'policy.discarded_drafts',
  'policy.drafts',
  'policy.instruments',
  'policy.known_ends',
  'privacy.access_requests',
  'privacy.erasures',
  'publication.vintage_cells',
  'publication.vintages',
  'revenue.files',
  'revenue.guarantees',
  'revenue.payment_matches',
  'revenue.payments',
  'revenue.postings',
  'revenue.refund_verdicts',
  'revenue.refunds',
  'revenue.statements',
  'revenue.vendor_returns',
  'risk.profile_back_test_days',
  'risk.model_scores',
  'risk.model_versions',
  'risk.capacity_revisions',
  'risk.draw_plans',
  'risk.profile_versions',
] as const;

/**
 * Tables whose rows the application may add, never take away, and change in these columns alone: dated rows, which end, what
 * is decided and ended once, and files, which lose their names when they are erased. What is of a consignment gives up what its people are
 * known by once no law keeps it any longer (lib/privacy/columns).
 */
export const CHANGED_IN_PART = {
  'cooperation.identities': ['retired_at', 'private_pem'],
  'cooperation.counterparts': [
    ...['state', 'match_secret', 'decided_by', 'decided_by_name', 'decided_at', 'decision_note'],
    ...['ended_by', 'ended_by_name', 'ended_at', 'end_reason', 'row_version'],
  ],
  'cooperation.packages': [
    ...['state', 'file', 'file_sha256', 'decided_by', 'decided_by_name', 'decided_at', 'decision_note', 'fetched_at'],
    ...['ended_by', 'ended_by_name', 'ended_at', 'end_reason', 'row_version'],
  ],
  'cooperation.items': ['state', 'subject_id', 'subject_version', 'taken_by_name', 'taken_at'],
  'partnership.memoranda': ['ended_by', 'ended_by_name', 'ended_at', 'end_reason'],
  'partnership.trust_statuses': [
    ...['state', 'decided_by', 'decided_by_name', 'decided_at', 'decision_note'],
    ...['ended_by', 'ended_by_name', 'ended_at', 'end_reason'],
  ],
  'policy.parameters': ['valid_to'],
  'clearance.appeal_acts': ['words'],
  'clearance.custody': ['from_holder', 'to_holder', 'reason'],
  'clearance.events': ['values'],
  'clearance.hold_answers': ['conditions', 'words'],
  'consignment.versions': ['sent'],
  'risk.assessments': ['indicators', 'listed_matches'],
  'risk.profile_facts': ['seller_name'],
  'risk.profile_hits': ['met'],
  'privacy.erasure_batches': ['told_at'],
  'privacy.statements': ['words'],
  'consignment.attachments': ['file_name', 'caption', 'erased_at', 'erased_by', 'erased_by_name', 'erase_reason'],
} as const;

/** Tables whose rows the application may add and take away, and never change. */
export const NEVER_CHANGED = ['audit.unsealed', 'consignment.attachment_chunks', 'intake.raw_chunks'] as const;

/** Schemas of the product: every one that is not PostgreSQL's own, the migrator's or empty by convention. */
const OWN_SCHEMAS = `nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'drizzle')`;

const attempt = async (client: ClientBase, statement: string, harmless: readonly string[]): Promise<void> => {
  try {
    await client.query(statement);
  } catch (error) {
    if (!harmless.includes(sqlState(error) ?? '')) throw error;
  }
};

/**
 * Makes the role of the application and lets the login role take it on. Roles belong to the whole cluster, where no advisory lock
 * reaches: a role that another database's migration made at the same moment (42710, 23505, XX000) is as good.
 */
export async function ensureApplicationRole(client: ClientBase): Promise<void> {
  const found = async () =>
    (
      await client.query<{ exists: boolean; usable: boolean }>(
        `select count(*) > 0 as exists, coalesce(bool_or(pg_has_role(current_user, oid, 'member')), false) as usable
           from pg_roles where rolname = $1`,
        [APPLICATION_ROLE],
      )
    ).rows[0];

  let role = await found();
  if (!role?.exists) {
    await attempt(client, `create role ${APPLICATION_ROLE} nologin`, ['42710', '23505', 'XX000', '42501']);
  }
  role = await found();
  if (role?.exists && !role.usable) {
    await attempt(client, `grant ${APPLICATION_ROLE} to current_user`, ['XX000', '42501']);
    role = await found();
  }
  if (role?.exists && role.usable) return;
  const { rows } = await client.query<{ name: string }>('select current_user as name');
  const login = rows[0]?.name ?? 'the login role';
  throw new Error(
    `The database user ${login} may not make the role of the application. Let an administrator of the server run: ` +
      `create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to ${login};`,
  );
}

/** Gives the application role its rights on every table: all four, or only reading and adding on append-only tables. */
export async function grantRights(client: ClientBase): Promise<void> {
  const { rows: schemas } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where ${OWN_SCHEMAS} order by nspname`,
  );
  // Partitions get no grants of their own: rights on the parent are enough, and the way round an append-only parent stays shut.
  const { rows: tables } = await client.query<{ plain: string; quoted: string }>(
    `select nspname || '.' || relname as plain, format('%I.%I', nspname, relname) as quoted
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OWN_SCHEMAS} and relkind in ('r', 'p', 'v', 'm') and not relispartition
      order by 1`,
  );
  const changedInPart = Object.entries(CHANGED_IN_PART);
  const appendOnly: ReadonlySet<string> = new Set([...APPEND_ONLY, ...changedInPart.map(([name]) => name)]);
  const neverChanged: ReadonlySet<string> = new Set(NEVER_CHANGED);
  const absent = APPEND_ONLY.filter((name) => tables.length > 0 && !tables.some((table) => table.plain === name));
  if (absent.length > 0) throw new Error(`Append-only tables that do not exist: ${absent.join(', ')}`);

  const statements = [
    ...schemas.map(({ name }) => `grant usage on schema ${name} to ${APPLICATION_ROLE}`),
    ...tables.map(({ plain, quoted }) => {
      if (appendOnly.has(plain))
        return `revoke update, delete, truncate on ${quoted} from ${APPLICATION_ROLE}; grant select, insert on ${quoted} to ${APPLICATION_ROLE}`;
      if (neverChanged.has(plain))
        return `revoke update, truncate on ${quoted} from ${APPLICATION_ROLE}; grant select, insert, delete on ${quoted} to ${APPLICATION_ROLE}`;
      return `grant select, insert, update, delete on ${quoted} to ${APPLICATION_ROLE}`;
    }),
    ...changedInPart
      .filter(([name]) => tables.some((table) => table.plain === name))
      .map(([name, columns]) => `grant update (${columns.join(', ')}) on ${name} to ${APPLICATION_ROLE}`),
    `grant usage on schema drizzle to ${APPLICATION_ROLE}`,
    `grant select on all tables in schema drizzle to ${APPLICATION_ROLE}`,
  ];
  await client.query(statements.join(';\n'));
}

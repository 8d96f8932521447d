import type { ColumnRule, TableRules } from '../column';
import { CLEARANCE_COLUMNS } from './clearance';
import { CONSIGNMENT_COLUMNS } from './consignment';
import { COOPERATION_COLUMNS } from './cooperation';
import { INTAKE_COLUMNS } from './intake';
import { LEARNING_COLUMNS } from './learning';
import { PEOPLE_COLUMNS } from './people';
import { POLICY_COLUMNS } from './policy';
import { REVENUE_COLUMNS } from './revenue';
import { RISK_COLUMNS } from './risk';
import { STATISTICS_COLUMNS } from './statistics';

/** Every column of every table, classed. A column that is not here fails the architecture tests. */
export const COLUMN_REGISTER: TableRules = {
  ...CLEARANCE_COLUMNS,
  ...CONSIGNMENT_COLUMNS,
  ...COOPERATION_COLUMNS,
  ...INTAKE_COLUMNS,
  ...LEARNING_COLUMNS,
  ...PEOPLE_COLUMNS,
  ...POLICY_COLUMNS,
  ...REVENUE_COLUMNS,
  ...RISK_COLUMNS,
  ...STATISTICS_COLUMNS,
};

/** Tables whose rows belong to a consignment by another column than `consignment_id`, and what tells one row of them from another. */
const ROWS_OF = {
  'risk.dismissals': { consignment: 'seen_at_consignment', row: 'id' },
  'risk.profile_mutes': { consignment: 'seen_at_consignment', row: 'id' },
  'privacy.legal_holds': { consignment: 'consignment_id', row: 'hold_id' },
} as const satisfies Readonly<Record<string, { consignment: string; row: string }>>;

export type ErasedTable = {
  readonly table: string;
  /** Column that names the consignment. */
  readonly consignment: string;
  /** Column that an unlinked key is made of. */
  readonly row: string;
  /** Whether the day of receipt leads to its partition. */
  readonly isByMonth: boolean;
  readonly columns: readonly (readonly [string, NonNullable<ColumnRule['erasing']>])[];
};

/** What is erased of a consignment, table by table: every column that says how. */
export const ERASED_TABLES: readonly ErasedTable[] = Object.entries(COLUMN_REGISTER).flatMap(([table, rules]) => {
  const columns = Object.entries(rules).flatMap(([column, { erasing }]) =>
    erasing === undefined ? [] : [[column, erasing] as const],
  );
  if (columns.length === 0) return [];
  const rowsOf = (ROWS_OF as Readonly<Record<string, { consignment: string; row: string }>>)[table];
  const isByMonth = 'received_on' in rules;
  return [{ table, ...(rowsOf ?? { consignment: 'consignment_id', row: 'consignment_id' }), isByMonth, columns }];
});

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

type RowsOf = { readonly consignment: string; readonly row: string; readonly only?: string };

/** Tables whose rows belong to a consignment by another column than `consignment_id`, what tells one row of them from another, and which are erased where not all are. */
const ROWS_OF = {
  'risk.dismissals': { consignment: 'seen_at_consignment', row: 'id' },
  'risk.profile_mutes': { consignment: 'seen_at_consignment', row: 'id' },
  'privacy.legal_holds': { consignment: 'consignment_id', row: 'hold_id', only: 'lifted_at is not null' },
} as const satisfies Readonly<Record<string, RowsOf>>;

export type ErasedTable = {
  readonly table: string;
  /** Column that names the consignment. */
  readonly consignment: string;
  /** Column that an unlinked key is made of. */
  readonly row: string;
  /** Condition of the rows that are erased; without one all are. */
  readonly only?: string;
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
  const rowsOf = (ROWS_OF as Readonly<Record<string, RowsOf>>)[table];
  const isByMonth = 'received_on' in rules;
  return [{ table, ...(rowsOf ?? { consignment: 'consignment_id', row: 'consignment_id' }), isByMonth, columns }];
});

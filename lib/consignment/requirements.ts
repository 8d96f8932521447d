import { REGIMES, type Regime } from './codes';
import {
  CONSIGNMENT_COLUMNS,
  type ConsignmentColumn,
  ITEM_COLUMNS,
  type ItemColumn,
  type SentItem,
  type SentRecord,
} from './columns';

/** What a regime says of a column: always asked for, asked for under a condition, welcome, or of no use to it. */
export const PRESENCES = ['required', 'conditional', 'optional', 'unused'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Conditions a column may hang on; the sentence of each stands in the catalogue under `quality.condition.<name>`. */
const PLAIN_CONDITIONS = [
  'commercial',
  'vendor_collects',
  'cost_given',
  'declaration_lodged',
  'sender_unidentified',
  'recipient_unidentified',
] as const;
/** Conditions that ask for one of several columns: those of the regime that bear the same condition. */
const ALTERNATIVES = ['transport_document', 'contact', 'seller'] as const;
export const CONDITIONS = [...PLAIN_CONDITIONS, ...ALTERNATIVES] as const;
export type PlainCondition = (typeof PLAIN_CONDITIONS)[number];
export type Alternative = (typeof ALTERNATIVES)[number];
export type Condition = (typeof CONDITIONS)[number];

export type RecordColumn = ConsignmentColumn | ItemColumn;
export const RECORD_COLUMNS: readonly RecordColumn[] = [...CONSIGNMENT_COLUMNS, ...ITEM_COLUMNS];

/** One cell of the requirement matrix. An absent column of severity `error` refuses the record. */
export type Requirement =
  | { readonly presence: 'required'; readonly severity: 'error' | 'warning' }
  | { readonly presence: 'conditional'; readonly severity: 'error' | 'warning'; readonly condition: Condition }
  | { readonly presence: 'optional' | 'unused' };

type Demand<Column> = {
  readonly column: Column;
  readonly severity: 'error' | 'warning';
  readonly holds: ((sent: SentRecord) => boolean) | null;
  readonly others: readonly ConsignmentColumn[];
};
type OneOf = {
  readonly condition: Alternative;
  readonly columns: readonly ConsignmentColumn[];
  readonly severity: 'error' | 'warning';
};

/** The column of a regime's matrix, ready to judge records by. */
export type RegimeRequirements = {
  readonly consignment: readonly Demand<ConsignmentColumn>[];
  readonly items: readonly Demand<ItemColumn>[];
  readonly oneOf: readonly OneOf[];
};
export type Requirements = Readonly<Record<Regime, RegimeRequirements>>;

/** Conditions under which a number would do for what refuses the record. */
const NUMBERS: Readonly<Partial<Record<Condition, ConsignmentColumn>>> = {
  sender_unidentified: 'sender_id',
  recipient_unidentified: 'recipient_id',
};

/** A column that is not there although the regime asks for it; `others` are those that would do as well. */
export type Missing = {
  readonly pointer: string;
  readonly column: RecordColumn;
  readonly severity: 'error' | 'warning';
  readonly others: readonly ConsignmentColumn[];
};

const HOLDS: Readonly<Record<PlainCondition, (sent: SentRecord) => boolean>> = {
  commercial: (sent) => sent.transaction_type === 'sale' || isGiven(sent.marketplace) || isGiven(sent.scheme_id),
  vendor_collects: (sent) => sent.collection_model === 'vendor',
  cost_given: (sent) => isGiven(sent.transport_cost),
  declaration_lodged: (sent) => isGiven(sent.mrn),
  sender_unidentified: (sent) => !isGiven(sent.sender_id),
  recipient_unidentified: (sent) => !isGiven(sent.recipient_id),
};

/** Whether a column says something: absent, empty and blank are the same. */
function isGiven(value: string | undefined): boolean {
  return value !== undefined && value !== '' && (value.charCodeAt(0) > 32 || value.trim() !== '');
}

function isAlternative(condition: Condition): condition is Alternative {
  return (ALTERNATIVES as readonly string[]).includes(condition);
}

function demandOf<Column>(column: Column, cell: Requirement): Demand<Column> | null {
  if (cell.presence === 'required') return { column, severity: cell.severity, holds: null, others: [] };
  if (cell.presence !== 'conditional' || isAlternative(cell.condition)) return null;
  const number = cell.severity === 'error' ? NUMBERS[cell.condition] : undefined;
  return { column, severity: cell.severity, holds: HOLDS[cell.condition], others: number ? [number] : [] };
}

function compile(cellOf: (column: RecordColumn) => Requirement): RegimeRequirements {
  const oneOf = ALTERNATIVES.map((condition) => {
    const cells = CONSIGNMENT_COLUMNS.map((column) => [column, cellOf(column)] as const).filter(
      ([, cell]) => cell.presence === 'conditional' && cell.condition === condition,
    );
    const isError = cells.some(([, cell]) => cell.presence === 'conditional' && cell.severity === 'error');
    return { condition, columns: cells.map(([column]) => column), severity: isError ? 'error' : 'warning' } as const;
  });
  return {
    consignment: CONSIGNMENT_COLUMNS.flatMap((column) => demandOf(column, cellOf(column)) ?? []),
    items: ITEM_COLUMNS.flatMap((column) => demandOf(column, cellOf(column)) ?? []),
    oneOf: oneOf.filter(({ columns }) => columns.length > 0),
  };
}

/** Compiles the cells of the matrix, once for a policy. */
export function requirementsOf(cellOf: (regime: Regime, column: RecordColumn) => Requirement): Requirements {
  const entries = REGIMES.map((regime) => [regime, compile((column) => cellOf(regime, column))] as const);
  return Object.fromEntries(entries) as Record<Regime, RegimeRequirements>;
}

/** Every column the regime asks for and the record lacks; a group of which one would do counts once. */
export function missingColumns(sent: SentRecord, { consignment, items, oneOf }: RegimeRequirements): Missing[] {
  const missing: Missing[] = [];
  for (const { column, severity, holds, others } of consignment) {
    if (!isGiven(sent[column]) && (holds === null || holds(sent)))
      missing.push({ pointer: column, column, severity, others });
  }
  for (const { columns, severity } of oneOf) {
    if (columns.some((column) => isGiven(sent[column]))) continue;
    const first = fittingOf(columns, sent);
    if (first !== undefined)
      missing.push({ pointer: first, column: first, severity, others: columns.filter((column) => column !== first) });
  }
  const demanded = items.filter(({ holds }) => holds === null || holds(sent));
  for (const [index, item] of sent.items.entries()) lackingOf(item, index, demanded, missing);
  return missing;
}

/** Of several columns that would do, the one to point at: nobody but the post has postal identifiers. */
function fittingOf(columns: readonly ConsignmentColumn[], sent: SentRecord): ConsignmentColumn | undefined {
  return sent.channel === 'post' ? columns[0] : columns.find((column) => column !== 's10_id');
}

function lackingOf(item: SentItem, index: number, demanded: readonly Demand<ItemColumn>[], missing: Missing[]): void {
  for (const { column, severity } of demanded) {
    if (!isGiven(item[column])) missing.push({ pointer: `items.${index}.${column}`, column, severity, others: [] });
  }
}

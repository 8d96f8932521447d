/** How a column may be told: to everybody, to who deals with the goods, only for a stated purpose of a person's data, or to hardly anybody. */
export const COLUMN_CLASSES = ['public', 'trade', 'personal', 'sensitive'] as const;
export type ColumnClass = (typeof COLUMN_CLASSES)[number];

/** What a column is kept for (Regulation (EU) 2016/679, Article 5(1)(b)). */
export const PURPOSES = [
  'intake',
  'clearance',
  'risk',
  'revenue',
  'statistics',
  'law',
  'partnership',
  'access',
  'accountability',
  'privacy',
  'operation',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What the time it is kept hangs on (Article 5(1)(e)); the periods themselves are dated rows of the policy. */
export const KEPT_BY = [
  /** Until the period of the consignment is over. */
  'consignment',
  /** Until that of pictures and papers is. */
  'attachment',
  /** Until nothing a submission brought is kept any longer. */
  'submission',
  /** As long as that of consignments, counted from the day it tells of. */
  'history',
  /** As long as the books, which are kept whole. */
  'books',
  /** As long as the audit log, for good: who acted must be found. */
  'log',
  /** As long as the account, key or agreement it belongs to. */
  'account',
  /** Until the period of courses is over. */
  'training',
  /** For good: law as it was, and figures without people. */
  'always',
  /** Minutes to weeks, by a job of its own. */
  'short',
] as const;
export type KeptBy = (typeof KEPT_BY)[number];

/** How it is shown until somebody states a reason: as it is, by its first letter, or not at all; `hidden` is shown to nobody. */
export const MASKS = ['none', 'initial', 'reason', 'hidden'] as const;
export type Mask = (typeof MASKS)[number];

/**
 * What is done to a personal column when its period is over. `nothing`: it holds nothing afterwards. `blank`: empty text, where there must
 * be one. `mark`: words give way to a mark, none stay none. `unlinked`: a key that leads to nobody and to no other row. `emptied`: a list
 * without entries. The others change a stored object, or each of a stored list: they take parts away, or mark them.
 */
export type Erasing =
  | 'nothing'
  | 'blank'
  | 'mark'
  | 'unlinked'
  | 'emptied'
  | { readonly without: readonly string[] }
  | { readonly marked: readonly string[] }
  | { readonly eachWithout: readonly string[] }
  | {
      readonly eachMarked: readonly (readonly string[])[];
      /** Only those entries whose `field` is this. */
      readonly ofField?: string;
    };

export type ColumnRule = {
  readonly columnClass: ColumnClass;
  readonly purpose: Purpose;
  readonly keptBy: KeptBy;
  readonly mask: Mask;
  readonly erasing?: Erasing;
};

/** Rules of tables by name, and in them of columns by name. */
export type TableRules = Readonly<Record<string, Readonly<Record<string, ColumnRule>>>>;

/** The same rule for some columns, named with blanks between. */
export function each(rule: ColumnRule, columns: string): Record<string, ColumnRule> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, rule]));
}

/** A rule that is another's with a way of erasing. */
export const erased = (rule: ColumnRule, erasing: Erasing): ColumnRule => ({ ...rule, erasing });

import { type ColumnRule, erased, type Purpose } from './column';

const shown = (columnClass: ColumnRule['columnClass'], purpose: Purpose, keptBy: ColumnRule['keptBy']): ColumnRule => ({
  ...{ columnClass, purpose, keptBy },
  mask: 'none',
});

/** Goods, routes, values and codes of a consignment, and what was decided of it: they stay when its people are erased. */
export const GOODS = shown('trade', 'clearance', 'always');
/** What was concluded of it: points, lanes, chances, and how it was selected. */
export const CONCLUDED = shown('sensitive', 'risk', 'always');
/** Who of the staff acted, by id or name. */
export const STAFF = shown('personal', 'accountability', 'log');
/** A key that a person's history is counted under: a hash, but one that a name leads to. */
export const PARTY_KEY = erased({ ...shown('personal', 'risk', 'consignment'), mask: 'hidden' }, 'unlinked');
/** Days of such histories. */
export const HISTORY = shown('personal', 'risk', 'history');
/** Of a person named in a consignment. */
export const PERSON: ColumnRule = { ...shown('personal', 'clearance', 'consignment'), mask: 'reason' };
/** Words of an officer, a partner or an agency, which may name a person. */
export const WORDS = erased(shown('personal', 'clearance', 'consignment'), 'mark');
export const ATTACHMENT: ColumnRule = { ...shown('personal', 'clearance', 'attachment'), mask: 'reason' };
/** What a partner sent, as it was sent. */
export const SENT: ColumnRule = { ...shown('personal', 'intake', 'submission'), mask: 'reason' };
export const INTAKE = shown('trade', 'intake', 'always');
export const BOOKS = shown('trade', 'revenue', 'books');
/** Of a holder of an account, which are partners and businesses with a scheme number. */
export const BANK: ColumnRule = { ...shown('sensitive', 'revenue', 'books') };
export const FIGURES = shown('trade', 'statistics', 'always');
export const PUBLISHED = shown('public', 'statistics', 'always');
export const LAW = shown('public', 'law', 'always');
/** Lists and conditions of selection: who knows them goes round them. */
export const SELECTING = shown('sensitive', 'risk', 'always');
export const AGREED = shown('trade', 'partnership', 'account');
export const ACCOUNT = shown('personal', 'access', 'account');
/** How somebody did in a course: it goes, row by row, when its period is over. */
export const TRAINING = shown('personal', 'access', 'training');
export const NAMED_ACCOUNT = shown('trade', 'access', 'account');
export const SECRET: ColumnRule = { ...shown('sensitive', 'access', 'account'), mask: 'hidden' };
export const LOG = shown('trade', 'accountability', 'log');
export const RUNNING = shown('trade', 'operation', 'short');
export const PASSING = shown('personal', 'operation', 'short');
export const PRIVACY = shown('trade', 'privacy', 'log');

import 'server-only';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { likeText } from '@/db/like-text';
import { profileFacts } from '@/db/schema';
import { FIELDS } from '@/lib/profile/fields';
import { deniedBy, listsHoldBeginnings, type Operator } from '@/lib/profile/operators';
import type { Operand, ReadCondition, ReadGroup } from '@/lib/profile/read-tree';

const COLUMNS = getTableColumns(profileFacts);

/**
 * The conditions of a profile over the table of facts: the rows for which `predicateOf` says yes, and no others. Conditions stay bare,
 * so that an index may serve them: a missing value makes them null, which is not true. Only what a `not` turns round must be two-valued.
 */
export function whereProfile(tree: ReadGroup): SQL {
  const rules = tree.rules.map((rule) => ('rules' in rule ? whereProfile(rule) : conditionSql(rule)));
  const joined = sql`(${sql.join(rules, tree.combinator === 'and' ? sql` and ` : sql` or `)})`;
  return tree.not ? sql`(${joined} is not true)` : joined;
}

function conditionSql({ field, operator, operand }: ReadCondition): SQL {
  const column = COLUMNS[field];
  const { kind, isMany } = FIELDS[field];
  if (operator === 'isPresent') return isMany ? sql`cardinality(${column}) > 0` : sql`${column} is not null`;
  if (operator === 'isMissing') return isMany ? sql`cardinality(${column}) = 0` : sql`${column} is null`;
  if (kind === 'number') return numberSql(sql`${column}`, operator, operand);
  const denied = deniedBy(operator);
  const affirmed = denied ?? operator;
  const holds =
    affirmed === 'inList' && listsHoldBeginnings(FIELDS[field])
      ? beginningsSql(isMany ? sql`${column}` : sql`array_remove(array[${column}], null)`, textsOf(operand))
      : (isMany ? manySql : textSql)(sql`${column}`, affirmed, operand);
  if (denied === null) return holds;
  const isDenied = sql`not ${holds}`;
  return isMany ? sql`(cardinality(${column}) > 0 and ${isDenied})` : sql`(${isDenied})`;
}

const textsOf = (operand: Operand): readonly string[] => (operand.kind === 'texts' ? operand.texts : []);

function textSql(column: SQL, operator: Operator, operand: Operand): SQL {
  const texts = textsOf(operand);
  const [first = ''] = texts;
  switch (operator) {
    case 'equals':
      return sql`${column} = ${first}`;
    case 'in':
    case 'inList':
      return sql`${column} = any(${sql.param([...texts])}::text[])`;
    case 'beginsWith':
      return sql`${column} like ${`${likeText(first)}%`}`;
    case 'beginsWithAny':
      return sql`${column} like any(${sql.param(texts.map((text) => `${likeText(text)}%`))}::text[])`;
    case 'contains':
      return sql`${column} like ${`%${likeText(first)}%`}`;
    default:
      throw new RangeError(`${operator} does not compare texts`);
  }
}

function manySql(column: SQL, operator: Operator, operand: Operand): SQL {
  if (operator === 'beginsWith' || operator === 'beginsWithAny' || operator === 'contains') {
    return sql`exists (select 1 from unnest(${column}) as one where ${textSql(sql`one`, operator, operand)})`;
  }
  return sql`(${column} && ${sql.param([...textsOf(operand)])}::text[])`;
}

/** A list may hold thousands: each value is cut to the lengths there are, and the cut looked up in a hashed set. */
function beginningsSql(column: SQL, texts: readonly string[]): SQL {
  const lengthOf = (text: string) => [...text].length;
  const cuts = [...new Set(texts.map(lengthOf))].map((length) => {
    const own = texts.filter((text) => lengthOf(text) === length);
    return sql`left(one, ${length}::int) = any(${sql.param(own)}::text[])`;
  });
  return sql`exists (select 1 from unnest(${column}) as one where ${sql.join(cuts, sql` or `)})`;
}

function numberSql(column: SQL, operator: Operator, operand: Operand): SQL {
  const [first = 0, second = 0] = operand.kind === 'numbers' ? operand.numbers : [];
  switch (operator) {
    case 'equals':
      return sql`${column} = ${first}::bigint`;
    case 'notEquals':
      return sql`${column} <> ${first}::bigint`;
    case 'less':
      return sql`${column} < ${first}::bigint`;
    case 'atMost':
      return sql`${column} <= ${first}::bigint`;
    case 'more':
      return sql`${column} > ${first}::bigint`;
    case 'atLeast':
      return sql`${column} >= ${first}::bigint`;
    case 'between':
      return sql`${column} between ${first}::bigint and ${second}::bigint`;
    default:
      throw new RangeError(`${operator} does not compare numbers`);
  }
}

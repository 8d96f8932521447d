import type { Found } from './element-reader';
import type { Value } from './to-sent';

/**
 * Additional procedures of the super-reduced data set: negligible value (C07), between private persons (C08), the import
 * scheme (F48), special arrangements (F49); 1H7 is the United Kingdom's own (EU code list CL457; CDS appendix on 1/11).
 */
const H7 = new Set(['C07', 'C08', 'F48', 'F49', '1H7']);
/** Between private persons without payment (Regulation (EC) 1186/2009, article 25); distance sale under the import scheme; returned goods. */
const TRANSACTION_TYPES: ReadonlyMap<string, string> = new Map([
  ['C08', 'gift'],
  ['F48', 'sale'],
  ['F01', 'returned_goods'],
]);

/** Whether additional procedures put a declaration under the super-reduced data set. */
export function isH7(procedures: readonly (Found | undefined)[]): boolean {
  return procedures.some((code) => code !== undefined && H7.has(code.value));
}

/** The transaction type that additional procedures tell; undefined where they tell none, or several. */
export function typeOfProcedures(procedures: readonly (Found | undefined)[]): Value {
  const told = procedures.flatMap((code) => {
    const type = code && TRANSACTION_TYPES.get(code.value);
    return code && type ? [{ ...code, value: type }] : [];
  });
  return new Set(told.map(({ value }) => value)).size === 1 ? told[0] : undefined;
}

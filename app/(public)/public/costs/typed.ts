import { COST_ROWS_MAX, type Typed } from '@/lib/revenue/cost-question';

/** Longer texts are no answer to any field; what is cut still says that it is too long. */
const LENGTH_MAX = 300;

const FIELDS = [
  ...['day', 'kind', 'from', 'to', 'scheme', 'currency', 'transport', 'insurance', 'more'],
  ...Array.from({ length: COST_ROWS_MAX }, (_, index) => index + 1).flatMap((row) =>
    ['goods', 'value', 'quantity', 'mass'].map((field) => `${field}${row}`),
  ),
];

/** The fields of the form out of an address; the first of a field that stands there twice. */
export function typedOf(params: Readonly<Record<string, string | string[] | undefined>>): Typed {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const given = Object.hasOwn(params, field) ? params[field] : undefined;
      const text = Array.isArray(given) ? given[0] : given;
      return text === undefined ? [] : [[field, text.slice(0, LENGTH_MAX)] as const];
    }),
  );
}

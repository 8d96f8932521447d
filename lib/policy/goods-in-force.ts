import { GoodsIndex } from '@/lib/consignment/goods-index';

type Terms = readonly (readonly [heading: string, term: string])[];
type Known = { readonly terms: Terms; readonly empty: ReadonlySet<string>; readonly index: GoodsIndex };

/** What is in force now, and a change of it that is tried out. */
const KEPT = 3;
const kept: Known[] = [];

/**
 * What goods are called under a policy. Policies of two days mostly differ by a rate, and their terms are alike: what was made ready of
 * them serves both. `empty` are words that name no goods.
 */
export function goodsInForce(terms: Terms, empty: ReadonlySet<string>): GoodsIndex {
  const known = kept.find((one) => areAlike(one.terms, terms) && haveSame(one.empty, empty));
  if (known) return known.index;
  const made: Known = { terms, empty, index: new GoodsIndex(terms, empty) };
  kept.unshift(made);
  kept.splice(KEPT);
  return made.index;
}

const areAlike = (some: Terms, others: Terms): boolean =>
  some.length === others.length &&
  some.every(([heading, term], at) => heading === others[at]?.[0] && term === others[at]?.[1]);

const haveSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));

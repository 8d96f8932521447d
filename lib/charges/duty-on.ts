import { compare, HUNDREDTH, over, plus, type Rational, rationalText, times, ZERO } from '@/lib/kernel/rational';
import type { Measure, Term, Unit } from './measure';

/** What a duty is worked out on. */
export type Dutiable = {
  /** Major units of `currency`. */
  readonly value: Rational;
  readonly currency: string;
  readonly quantities: ReadonlyMap<Unit, Rational>;
  /** Units of a currency that one unit of `currency` buys, as central banks publish it. */
  readonly unitsPerBase: Pick<ReadonlyMap<string, Rational>, 'get'>;
};

export type DutyFault =
  | { readonly rule: 'quantity_missing'; readonly unit: Unit }
  | { readonly rule: 'exchange_rate_missing'; readonly currency: string };

/** Exact, not yet rounded, with each term as a sum anybody can do again, in signs rather than words. */
export type Duty =
  | { readonly ok: true; readonly amount: Rational; readonly working: readonly string[] }
  | { readonly ok: false; readonly fault: DutyFault };

function termOn(term: Term, goods: Dutiable): Duty {
  if (term.kind === 'percent') {
    const amount = times(goods.value, times(term.percent, HUNDREDTH));
    const text = `${rationalText(term.percent)} % × ${rationalText(goods.value, 2)} = ${rationalText(amount, 2)}`;
    return { ok: true, amount, working: [text] };
  }
  const quantity = goods.quantities.get(term.unit);
  if (!quantity) return { ok: false, fault: { rule: 'quantity_missing', unit: term.unit } };
  const own = times(term.amount, over(quantity, term.per));
  const per = rationalText(term.per) === '1' ? term.unit : `${rationalText(term.per)} ${term.unit}`;
  const text = `${rationalText(term.amount)} ${term.currency}/${per} × ${rationalText(quantity)} ${term.unit} = ${rationalText(own, 2)} ${term.currency}`;
  if (term.currency === goods.currency) return { ok: true, amount: own, working: [text] };
  const rate = goods.unitsPerBase.get(term.currency);
  if (!rate) return { ok: false, fault: { rule: 'exchange_rate_missing', currency: term.currency } };
  const amount = over(own, rate);
  return {
    ok: true,
    amount,
    working: [`${text} / ${rationalText(rate)} = ${rationalText(amount, 2)} ${goods.currency}`],
  };
}

function sumOn(terms: readonly Term[], goods: Dutiable): Duty {
  let sum: Duty & { ok: true } = { ok: true, amount: ZERO, working: [] };
  for (const term of terms) {
    const part = termOn(term, goods);
    if (!part.ok) return part;
    sum = { ok: true, amount: plus(sum.amount, part.amount), working: [...sum.working, ...part.working] };
  }
  return sum;
}

/** The duty a measure gives on goods: the sum of its terms, kept between its least and its most. */
export function dutyOn({ terms, least, most }: Measure, goods: Dutiable): Duty {
  const sum = sumOn(terms, goods);
  if (!sum.ok) return sum;
  let duty = sum;
  for (const [name, bound, sign] of [
    ['MIN', least, 1],
    ['MAX', most, -1],
  ] as const) {
    if (!bound) continue;
    const edge = sumOn(bound, goods);
    if (!edge.ok) return edge;
    const isPast = compare(edge.amount, duty.amount) === sign;
    duty = {
      ok: true,
      amount: isPast ? edge.amount : duty.amount,
      working: [
        ...duty.working,
        `${name} ${edge.working.join('; ')}${isPast ? ` → ${rationalText(edge.amount, 2)}` : ''}`,
      ],
    };
  }
  return duty;
}

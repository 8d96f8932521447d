import type { ChargeLine } from '@/lib/assessment/types';
import { allocate, moneyText } from '@/lib/kernel/money';
import { minus, ofDecimal, percentOfMinor, plus, type Rational, toMinor, ZERO } from '@/lib/kernel/rational';
import { type Duty, dutyOn } from './duty-on';
import type { LawInForce, Stated } from './goods';
import type { Band, LawAmount } from './law';
import { freeWorking, lineOf, majorOf, type ValuedGoods, type Working } from './line';
import { type Measure, measure } from './measure';
import { roundingPrinted, roundLines, roundMinors, roundTo } from './round';
import { amountOf } from './value';

/** What an officer stated for an item of this customs value; null where nothing was. */
export type StatedOf = (itemNumber: number, customsMinor: bigint) => Stated | null;

export type DutyAsk = {
  readonly items: readonly ValuedGoods[];
  readonly band: Band;
  /** The goods are left out of the band of the consignment. */
  readonly isExcluded: boolean;
  readonly inForce: LawInForce;
  readonly stated: StatedOf;
};

type Fact = Band['duty'];

/** The working of a relief that waits for its proof. */
export const DUTY_UPON_PROOF = 'duty_upon_proof';

/** A line whose amount nobody could compute, or what an officer stated in its place. */
function openLine(valued: ValuedGoods, working: Working, { inForce, stated }: DutyAsk): ChargeLine {
  const own = stated(valued.item.itemNumber, valued.customsMinor);
  const known = own && { ...working, code: 'duty_stated', amountMinor: own.amountMinor, citation: own.ground };
  return lineOf('duty', valued, valued.customsMinor, known ?? working, inForce.law.minorDigits);
}

/** A flat amount for each group of goods, spread in the group by value; goods without a code count as one subheading more. */
function flat(ask: DutyAsk, duty: Extract<Fact, { flat: LawAmount }>): readonly ChargeLine[] | LawAmount {
  const { items, band, inForce } = ask;
  const { law } = inForce;
  const own = amountOf(duty.flat, inForce);
  if (!own) return duty.flat;
  const flatMinor = roundTo(own, law.duty, law.minorDigits);
  const groups = new Map<string, ValuedGoods[]>();
  for (const valued of items) {
    const { commodityCode, itemNumber } = valued.item;
    const group = duty.kind === 'flat_per_item' ? `${itemNumber}` : (commodityCode?.slice(0, duty.digits) ?? '');
    groups.set(group, [...(groups.get(group) ?? []), valued]);
  }
  return [...groups].flatMap(([group, members]) => {
    const shares = allocate(
      flatMinor,
      members.map(({ customsMinor }) => customsMinor),
    );
    const whole = duty.kind === 'flat_per_item' ? 'duty_flat_item' : 'duty_flat';
    const code = group === '' ? 'duty_flat_without_code' : members.length > 1 ? 'duty_flat_share' : whole;
    const values = { code: group, flat: moneyText(flatMinor, law.minorDigits), items: members.length };
    return members.map((valued, index) => {
      const working = { code, amountMinor: shares[index] ?? 0n, values, citation: band.citation };
      return lineOf('duty', valued, valued.customsMinor, working, law.minorDigits);
    });
  });
}

type Worked = {
  readonly valued: ValuedGoods;
  readonly rate: Measure;
  readonly exact: Rational;
  readonly baseMinor: bigint;
  /** Nothing but a share of the value: printed as everybody does the sum. */
  readonly isPlain: boolean;
};

/** The percentage of a rate that is nothing else; nil where the goods are free. Null where it has other terms. */
function plainPercent({ terms, least, most }: Measure): Rational | null {
  const [term] = terms;
  if (terms.length > 1 || least || most || term?.kind === 'specific') return null;
  return term?.percent ?? ZERO;
}

function dutyBy(rate: Measure, { item }: ValuedGoods, baseMinor: bigint, inForce: LawInForce): Duty {
  const unitsPerBase = {
    get: (foreign: string) => {
      const known = inForce.rates.get(foreign);
      return known && ofDecimal(known.unitsPerBase);
    },
  };
  const { quantities } = item;
  const { currency } = inForce.law;
  return dutyOn(rate, { value: majorOf(baseMinor, inForce), currency, quantities, unitsPerBase });
}

/** The exact duty of an item by its rate, or the working that says why there is none. */
function byRate(valued: ValuedGoods, baseMinor: bigint, { band, inForce }: DutyAsk): Worked | Working {
  const { commodityCode, tariff } = valued.item;
  const one = band.duty.kind === 'rate' ? measure(band.duty.rate, inForce.law.currency) : null;
  if (!one && !tariff) {
    const code = commodityCode === null ? 'duty_without_code' : 'duty_without_rate';
    return { code, values: commodityCode === null ? {} : { code: commodityCode }, citation: band.citation };
  }
  const rate = one ?? tariff?.measure ?? null;
  const percent = rate && plainPercent(rate);
  if (rate && percent) {
    const exact = percentOfMinor(baseMinor, percent, inForce.law.minorDigits);
    return { valued, rate, exact, baseMinor, isPlain: true };
  }
  const duty = rate && dutyBy(rate, valued, baseMinor, inForce);
  if (rate && duty?.ok) return { valued, rate, exact: duty.amount, baseMinor, isPlain: false };
  // Its words cannot be computed with, or they go by what no advance data carry: strength, volume, pairs.
  const values = { code: commodityCode ?? '', tariff: tariff?.text || 'none' };
  return { code: 'duty_not_ad_valorem', values, citation: tariff?.source ?? band.citation };
}

/** The sentence a worked duty is told by: the plain percentage of the tariff, its formula, or the one rate of a band. */
function codeOf({ valued, baseMinor, isPlain }: Worked, { duty }: Band, isExcluded: boolean): string {
  if (duty.kind !== 'tariff') return duty.kind === 'rate' && duty.deduct ? 'duty_one_rate_less' : 'duty_one_rate';
  const isAdValorem = isPlain && baseMinor === valued.customsMinor;
  if (isExcluded) return isAdValorem ? 'duty_excluded' : 'duty_excluded_formula';
  return isAdValorem ? 'duty_ad_valorem' : 'duty_formula';
}

function printed(worked: Worked, dueMinor: bigint, { band, inForce, isExcluded }: DutyAsk): Working {
  const { valued, rate, exact, baseMinor, isPlain } = worked;
  const { law } = inForce;
  const { commodityCode, tariff } = valued.item;
  const workingCode = codeOf(worked, band, isExcluded);
  const citation = band.duty.kind === 'tariff' ? (tariff?.source ?? band.citation) : band.citation;
  if (inForce.isUnprinted) return { code: workingCode, amountMinor: dueMinor, citation };
  const deduct = band.duty.kind === 'rate' ? band.duty.deduct : null;
  const rounding = {
    ...roundingPrinted('base', valued.customsMinor, baseMinor, law.dutyBase, law.minorDigits),
    ...(deduct ? {} : roundingPrinted('due', exact, dueMinor, law.duty, law.minorDigits)),
  };
  const percent = rate.terms.length === 0 ? '0' : rate.text.replace(/\s*%$/, '');
  const own = { amountMinor: dueMinor, ...(isPlain ? { ratePercent: percent } : {}) };
  const code = commodityCode ?? '';
  if (band.duty.kind === 'tariff' && isPlain && baseMinor === valued.customsMinor) {
    return { ...own, code: workingCode, values: { percent, code, ...rounding }, citation };
  }
  const duty = dutyBy(rate, valued, baseMinor, inForce);
  const off = deduct && { deducted: `${deduct.amount} ${deduct.currency}` };
  const values = { formula: duty.ok ? duty.working.join('; ') : '', code, ...rounding, ...off };
  return { ...own, code: workingCode, values, citation };
}

/** What is left of the duty of a consignment after a deduction, never below nil, spread over the items by their duty. */
function less(exact: readonly Rational[], off: LawAmount, { inForce }: DutyAsk): readonly bigint[] | null {
  const own = amountOf(off, inForce);
  if (!own) return null;
  const { law } = inForce;
  const left = minus(exact.reduce(plus, ZERO), own);
  return allocate(
    roundTo(left.over < 0n ? ZERO : left, law.duty, law.minorDigits),
    exact.map((value) => toMinor(value, law.minorDigits + 6, 'down')),
  );
}

/** The duty of goods in one band: a line for each item, which sum to what is due; or the amount of the law that has no rate of exchange. */
export function dutyOf(ask: DutyAsk): readonly ChargeLine[] | LawAmount {
  const { items, band, inForce } = ask;
  const { law } = inForce;
  const { duty } = band;
  if (duty.kind === 'none') {
    const working = freeWorking('duty', band, inForce);
    return items.map((valued) => lineOf('duty', valued, valued.customsMinor, working, law.minorDigits));
  }
  if (duty.kind === 'upon_proof') {
    const working = { code: DUTY_UPON_PROOF, values: { proof: duty.proof }, citation: band.citation };
    return items.map((valued) => openLine(valued, working, ask));
  }
  if (duty.kind === 'flat_per_subheading' || duty.kind === 'flat_per_item') return flat(ask, duty);
  const bases = roundMinors(
    items.map(({ customsMinor }) => customsMinor),
    law.dutyBase,
    law.minorDigits,
  );
  const found = items.map((valued, index) => byRate(valued, bases[index] ?? 0n, ask));
  const worked = found.filter((one) => 'exact' in one);
  const exact = worked.map((one) => one.exact);
  const off = duty.kind === 'rate' ? duty.deduct : null;
  const due = off ? less(exact, off, ask) : roundLines(exact, law.duty, law.minorDigits);
  if (due === null) return off ?? [];
  const dueOf = new Map(worked.map((one, index) => [one, due[index] ?? 0n] as const));
  return items.flatMap((valued, index) => {
    const one = found[index];
    if (!one) return [];
    if (!('exact' in one)) return [openLine(valued, one, ask)];
    const working = printed(one, dueOf.get(one) ?? 0n, ask);
    return [lineOf('duty', valued, valued.customsMinor, working, law.minorDigits)];
  });
}

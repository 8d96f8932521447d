/** Values a charge was stored with; what an older assessment did not keep is not there. */
type Values = Readonly<Record<string, string | number>>;

/** A sentence of the catalogue under `revenue.value`. */
export type ValueStep = {
  readonly key: 'own' | 'converted' | 'convertedOn' | 'transport' | 'transportOn';
  readonly values: Values;
  /** The first day of the rate it names, if any. */
  readonly rateFrom: string | null;
  /** The age of that rate, where it is above the legal period; said once of one rate. */
  readonly rateAgeDays: number | null;
};

const NOT_VALUED: ReadonlySet<string> = new Set(['without_exchange_rate', 'transport_without_exchange_rate']);

/**
 * How the customs value of an item comes from what was declared, to be printed before its duty; nothing where the value as
 * declared is the customs value, or none is known. Assessments stored before rates were dated print without the day.
 */
export function valueSteps({ code, values }: { readonly code: string; readonly values: Values }): readonly ValueStep[] {
  const isConverted = values.valueCurrency !== values.currency;
  const hasTransport = /[1-9]/.test(String(values.transport ?? ''));
  if (NOT_VALUED.has(code) || (!isConverted && !hasTransport)) return [];
  const goods = stepOf(isConverted ? 'converted' : 'own', values, values.rateFrom, values.rateAgeDays);
  if (!hasTransport) return [goods];
  const cost = {
    ...values,
    cost: values.transportCost ?? '',
    costCurrency: values.transportCurrency ?? '',
    costConverted: values.transportConverted ?? '',
    rate: values.transportRate ?? '',
  };
  const isSameRate = values.transportCurrency === values.valueCurrency;
  const age = isSameRate ? null : values.transportRateAgeDays;
  return [goods, stepOf('transport', cost, values.transportRateFrom, age)];
}

function stepOf(key: 'own' | 'converted' | 'transport', values: Values, from: unknown, age: unknown): ValueStep {
  const rateFrom = typeof from === 'string' ? from : null;
  return {
    key: rateFrom === null || key === 'own' ? key : `${key}On`,
    values,
    rateFrom,
    rateAgeDays: typeof age === 'number' ? age : null,
  };
}

/** What a working rests on beside the goods; a sentence of the catalogue under `revenue.beside`. */
export type BesideStep = {
  readonly key: 'together' | 'scheme' | 'forgone';
  readonly values: Values;
  readonly day: string | null;
};

/** What else the limits were tested with, of a duty, why a declared scheme number frees nothing, of a tax, and what a relief is worth. */
export function besideSteps({ values }: { readonly values: Values }): readonly BesideStep[] {
  const { currency = '', togetherBy: by, togetherCount: count, schemeRefused: number, schemeWhy: why } = values;
  const steps: BesideStep[] = [];
  if (by !== undefined) {
    const { togetherOwn: own = '', togetherOthers: others = '', togetherTotal: total = '' } = values;
    steps.push({ key: 'together', values: { by, count: count ?? 0, own, others, total, currency }, day: null });
  }
  if (number !== undefined) {
    const { schemeDay, schemeLimit: limit = '' } = values;
    const day = typeof schemeDay === 'string' && schemeDay !== '' ? schemeDay : null;
    steps.push({ key: 'scheme', values: { number, why: why ?? '', limit }, day });
  }
  if (values.forgone !== undefined) {
    steps.push({ key: 'forgone', values: { forgone: values.forgone, currency }, day: null });
  }
  return steps;
}

/** What was done to a base or an amount besides the sum itself; a sentence of the catalogue under `revenue.rounded`. */
export type RoundingStep = { readonly key: 'base' | 'due' | 'waived'; readonly values: Values };

/** How base and amount were rounded where that is not as everybody does it, and a sum that is too small to be collected. */
export function roundingSteps({ values }: { readonly values: Values }): readonly RoundingStep[] {
  const { currency = '' } = values;
  const rounded = (['base', 'due'] as const).flatMap((key): RoundingStep[] => {
    const [from, to, mode, step, level] = ['Exact', 'Rounded', 'Mode', 'Step', 'Level'].map(
      (part) => values[key + part],
    );
    if (from === undefined) return [];
    const said = { from, to: to ?? '', mode: mode ?? '', step: step ?? '', level: level ?? '' };
    return [{ key, values: { ...said, currency } }];
  });
  const { waivedSum: sum, waivedLimit: limit, waivedAt: at } = values;
  if (sum === undefined) return rounded;
  return [...rounded, { key: 'waived', values: { sum, limit: limit ?? '', at: at ?? '', currency } }];
}

/** What the model learns from, as data: stored with every model, so that scoring makes the very features training saw. */
export type FeaturePlan = {
  /** Weight of the general rate in a smoothed rate, in results: a key seen that often counts half. */
  readonly smoothing: number;
  /** Numbers taken as they are. */
  readonly numbers: readonly NumberColumn[];
  /** Fields made of a number, to be used in keys: the number's band on a scale of doublings. */
  readonly bands: readonly BandField[];
  /** Keys whose past results are counted; each gives a rate and the number of results it rests on. */
  readonly keys: readonly KeyColumn[];
  /** Numbers compared with what the same key declared before. */
  readonly deviations: readonly DeviationColumn[];
  /** Shares of numbers that are counted elsewhere, smoothed as those of keys are. */
  readonly ratios?: readonly RatioColumn[];
};

/** `ages`: it grows with the age of the data, so that its movement is no drift. */
export type NumberColumn = { readonly field: string; readonly reason: string; readonly ages?: true };
export type BandField = { readonly field: string; readonly of: string; readonly perDoubling: number };
/** One field, or the cross of several; missing as soon as one of them is. */
export type KeyColumn = { readonly fields: readonly string[]; readonly reason: string };
/** `hits` in `of`, each the field of a number. */
export type RatioColumn = { readonly hits: string; readonly of: string; readonly reason: string };
export type DeviationColumn = { readonly of: string; readonly within: readonly string[]; readonly reason: string };

/** A consignment as the plan reads it. What was not declared is null: a missing number is never 0. */
export type FeatureRow = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly codes: Readonly<Record<string, string | null>>;
  readonly numbers: Readonly<Record<string, number | null>>;
};

/** One column of the matrix and the reason, readable by an officer, its contribution is told under. */
export type Feature = { readonly name: string; readonly reason: string };

/** The columns a plan makes, in the order of the matrix: numbers, rate and count of each key, deviations, ratios. */
export function featuresOf(plan: FeaturePlan): Feature[] {
  return [
    ...plan.numbers.map(({ field, reason }) => ({ name: field, reason })),
    ...plan.keys.flatMap(({ fields, reason }) => [
      { name: `rate:${fields.join('+')}`, reason },
      { name: `seen:${fields.join('+')}`, reason },
    ]),
    ...plan.deviations.map(({ of, within, reason }) => ({ name: `deviation:${of}/${within.join('+')}`, reason })),
    ...(plan.ratios ?? []).map(({ hits, of, reason }) => ({ name: `ratio:${hits}/${of}`, reason })),
  ];
}

/** The reasons of a plan, each once, in the order they are first named. */
export function reasonsOf(plan: FeaturePlan): string[] {
  return [...new Set(featuresOf(plan).map(({ reason }) => reason))];
}

/** The key a row has in these fields, bands included; null when one of them is missing. */
export function keyOf(
  row: FeatureRow,
  fields: readonly string[],
  bands: ReadonlyMap<string, BandField>,
): string | null {
  let key = '';
  for (const field of fields) {
    const band = bands.get(field);
    const part = band ? bandOf(row.numbers[band.of] ?? null, band.perDoubling) : (row.codes[field] ?? null);
    if (part === null || part === '') return null;
    key += `${part}\u001f`;
  }
  return key;
}

function bandOf(value: number | null, perDoubling: number): string | null {
  return value !== null && value > 0 ? String(Math.floor(Math.log2(value) * perDoubling)) : null;
}

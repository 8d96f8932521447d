/** A figure in the text format of Prometheus (exposition format 0.0.4). Units stand in the name, as is the custom there. */
export type Metric = {
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
};

export type Sample = {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
  /** What is added to the name: `_bucket`, `_sum`, `_count` of a histogram. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
};

const escaped = (text: string) => text.replace(/[\\\n"]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`));

const labelsOf = (labels: Readonly<Record<string, string>> = {}) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};

/** Figures as text, each with what it is. One without a sample is left out. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, kind, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll('\n', ' ')}`,
        `# TYPE ${name} ${kind}`,
        ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${labelsOf(labels)} ${value}`),
        '',
      ].join('\n'),
    )
    .join('');
}

/** Seconds an answer may take; what a promise names is a bound, so that it can be read off. */
const BOUNDS = [0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 0.8, 1.6, 5] as const;

/** How long things took: counts by bound, as Prometheus adds them up over processes. */
export class Durations {
  readonly #counts: number[] = BOUNDS.map(() => 0);
  #sum = 0;
  #count = 0;

  add(seconds: number): void {
    this.#sum += seconds;
    this.#count += 1;
    for (const [index, bound] of BOUNDS.entries()) {
      if (seconds <= bound) this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    }
  }

  samples(labels: Readonly<Record<string, string>>): Sample[] {
    const bucket = (le: string, value: number): Sample => ({ suffix: '_bucket', labels: { ...labels, le }, value });
    return [
      ...BOUNDS.map((bound, index) => bucket(String(bound), this.#counts[index] ?? 0)),
      bucket('+Inf', this.#count),
      { suffix: '_sum', labels, value: this.#sum },
      { suffix: '_count', labels, value: this.#count },
    ];
  }
}

import { cpus, totalmem } from 'node:os';

/** One line of the report. `name` is the flat key of `--json`, with its unit; `note` is for people. */
export type Figure = { readonly name: string; readonly value: number; readonly note: string };

/** The value below which a share of the samples lies, by the nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The machine the figures are of. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

const rounded = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(4)));

/** The figures as a table for people, and as one JSON object in the last line when asked. */
export function printReport(figures: readonly Figure[], asJson: boolean): void {
  console.log(`\n${machine()}`);
  const wide = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, note } of figures) {
    console.log(`  ${name.padEnd(wide)}  ${String(rounded(value)).padStart(10)}  ${note}`);
  }
  if (asJson) {
    const pairs = figures.map(({ name, value }) => [name, rounded(value)]);
    console.log(JSON.stringify({ machine: machine(), ...Object.fromEntries(pairs) }));
  }
}

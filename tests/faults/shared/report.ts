import { loadavg } from 'node:os';
import { machine } from '@/tests/bench/report';

/** What a run gives back. A difference is a sentence about something that should have been equal; none means the run is sound. */
export type Outcome = {
  readonly differences: readonly string[];
  /** Flat keys with units in their names, for `--json`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Lines for people, above the verdict. */
  readonly lines: readonly string[];
};

/** Rows as a table for people; numbers stand at the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumber = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  return cells.map((row) =>
    `  ${row.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
}

const DIFFERENCES_SHOWN = 30;

/** Prints the outcome for people, and as one JSON object in the last line when asked. */
export function printOutcome(name: string, outcome: Outcome, asJson: boolean): void {
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\n${machine()}, load ${load.join(' ')}`);
  for (const line of outcome.lines) console.log(line);
  const wide = Math.max(0, ...Object.keys(outcome.figures).map((key) => key.length));
  for (const [key, value] of Object.entries(outcome.figures)) console.log(`  ${key.padEnd(wide)}  ${value}`);
  const { differences } = outcome;
  console.log(differences.length === 0 ? `\n${name}: no difference` : `\n${name}: ${differences.length} differences`);
  for (const line of differences.slice(0, DIFFERENCES_SHOWN)) console.log(`  ${line}`);
  if (!asJson) return;
  const flat = { run: name, machine: machine(), load_1min: Number(load[0]), differences: differences.length };
  console.log(JSON.stringify({ ...flat, ...outcome.figures }));
}

export const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

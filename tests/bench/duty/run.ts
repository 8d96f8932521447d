import { parseArgs } from 'node:util';
import { CHECK_COLUMNS, CHECK_KINDS, checkRow } from '@/lib/charges/check-row';
import { ROUNDINGS } from '@/lib/kernel/decimal';
import { type Figure, printReport } from '../report';
import { readLines } from './read-rows';

const USAGE = `Usage: npm run bench:duty -- FILE [--json] [--show 50]

FILE is a CSV with the columns ${CHECK_COLUMNS.join(',')} in any order; further columns are left alone.
Commas, semicolons or tabs stand between the fields, with or without quotes, any line ends, UTF-8 or UTF-16.
base      value, or quantity of a specific rate; of a compound rate the value and its quantities: 60.00; 5 kg
rate      12, 12%, or a rate as tariffs print it: 12.8% + 176.8 EUR/100 kg, 8% MIN 0.5 EUR/item
kind      ${CHECK_KINDS.join(', ')}
amount    what it comes to, in units of the currency
rounding  ${ROUNDINGS.join(', ')} (half_up and the like are read too), with a step where it is not the minor unit: halfUp:0.05
Ends with 1 where a line is different or cannot be read.`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, show: { type: 'string' } },
  });
  const [path] = positionals;
  if (!path) {
    console.log(USAGE);
    process.exitCode = 1;
    return;
  }
  const show = Number(values.show ?? '50');
  if (!Number.isInteger(show) || show < 0) throw new RangeError(`--show takes a whole number, not ${values.show}.`);
  const rows = readLines(path);
  const count = { exact: 0, different: 0, bad: 0 };
  const startedAt = performance.now();
  const told: string[] = [];
  for (const read of rows) {
    if ('fault' in read) {
      count.bad += 1;
      told.push(`line ${read.line}: ${read.fault}`);
      continue;
    }
    const checked = checkRow(read.row);
    count[checked.outcome] += 1;
    if (checked.outcome === 'different') {
      told.push(`line ${read.line}: ${checked.expected} expected, ${checked.worked} worked out (${checked.working})`);
    }
    if (checked.outcome === 'bad') {
      told.push(`line ${read.line}: ${checked.column} ${JSON.stringify(checked.value)}: ${checked.rule}`);
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  for (const line of told.slice(0, show)) console.log(line);
  if (told.length > show) console.log(`and ${told.length - show} lines more; --show sets how many are printed`);
  const figures: Figure[] = [
    { name: 'lines', value: rows.length, note: `of ${path}` },
    { name: 'exact_matches', value: count.exact, note: 'worked out to the same minor unit' },
    { name: 'differences', value: count.different, note: 'worked out to another amount' },
    { name: 'bad_lines', value: count.bad, note: 'that cannot be read, each named above' },
    { name: 'lines_per_s', value: rows.length / Math.max(seconds, 1e-6), note: 'worked out in a second' },
  ];
  printReport(figures, values.json === true);
  if (count.different + count.bad > 0) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 1;
}

import type { ParameterChange } from './changes';

/** Rates of exchange as somebody types them, one a line: the currency, then how many units of it one unit of ours buys. */
export function rateChanges(text: string): readonly ParameterChange[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [key = '', ...words] = line.split(/\s+/);
      return { kind: 'exchange_rate', key, value: { unitsPerBase: words.join(' ') } };
    });
}

/** The lines that give the changes again. */
export function rateLines(changes: readonly ParameterChange[]): string {
  return changes
    .filter(({ kind }) => kind === 'exchange_rate')
    .map(({ key, value }) => `${key} ${(value as { readonly unitsPerBase: string }).unitsPerBase}`)
    .join('\n');
}

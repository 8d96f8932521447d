import type { ParameterChange } from './changes';

const PLAIN = /^(\d+(?:\.\d+)?)\s*%?$/;

/**
 * Rates of duty as somebody types them, one a line: the first digits of the code, then the rate. A plain percentage is one; all else
 * is the rate in the words of a tariff. Nothing is guessed: what cannot be read is refused by its line.
 */
export function dutyChanges(text: string): readonly ParameterChange[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [key = '', ...words] = line.split(/\s+/);
      const rate = words.join(' ');
      const [, percent] = PLAIN.exec(rate) ?? [];
      const value = percent === undefined ? { ratePercent: null, text: rate } : { ratePercent: percent };
      return { kind: 'duty_rate', key, value };
    });
}

/** The lines that give the changes again. */
export function dutyLines(changes: readonly ParameterChange[]): string {
  return changes
    .filter(({ kind }) => kind === 'duty_rate')
    .map(({ key, value }) => {
      const { ratePercent, text } = value as { ratePercent: string | null; text?: string };
      return `${key} ${ratePercent ?? text ?? ''}`;
    })
    .join('\n');
}

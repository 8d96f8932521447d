import { explainProblem } from './explain-problem';
import type { Preview } from './preview-rows';

/** A previewed record as a screen shows it; values are texts in our notation, empty where absent. */
export type PreviewLine = {
  readonly line: number;
  readonly reference: string;
  readonly isTaken: boolean;
  readonly goods: readonly string[];
  readonly value: string;
  readonly mass: string;
  readonly arrival: string;
  readonly route: string;
  /** What refuses it, else what would be remarked. */
  readonly sentences: readonly string[];
};

/** Amounts of each currency as sent, not summed: `12.50 EUR, 3.00 EUR`. */
const amounts = (items: readonly { value?: string; currency?: string }[]) =>
  items.map(({ value = '', currency = '' }) => `${value} ${currency}`.trim()).join(', ');

/** A preview in lines, its problems as sentences. */
export function previewLines({ records, fileProblems }: Preview): { lines: PreviewLine[]; fileSentences: string[] } {
  const lines = records.map(({ line, reference, sent, isTaken, problems }): PreviewLine => {
    const told = problems.filter(({ severity }) => isTaken || severity === 'error');
    return {
      line,
      reference: reference ?? '',
      isTaken,
      goods: sent?.items.map((item) => [item.quantity, item.description].filter(Boolean).join(' × ')) ?? [],
      value: amounts(sent?.items ?? []),
      mass: sent?.gross_mass_kg ?? '',
      arrival: sent?.expected_arrival_at ?? '',
      route: [sent?.sender_country, sent?.recipient_country].filter(Boolean).join(' → '),
      sentences: [...new Set(told.map((problem) => explainProblem(problem, 'csv')))],
    };
  });
  return { lines, fileSentences: fileProblems.map((problem) => explainProblem(problem, 'csv')) };
}

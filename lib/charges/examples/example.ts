import type { Band, Law, LawAmount, RoundingStep } from '../law';

/** The law of one economy as an example to start from: never a legal source, always with where it was read and when. */
export type ExampleLaw = {
  readonly id: string;
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly economy: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly instrument: { readonly title: string; readonly citation: string; readonly textLink: string | null };
  readonly source: string;
  readonly lastChecked: string;
  readonly isExample: true;
  /** The standard rate of value-added or goods and services tax in per cent; null where there is none. */
  readonly standardTaxPercent: string | null;
  /** What the example leaves out. */
  readonly leavesOut: string;
  readonly law: Law;
};

export const amount = (text: string, currency: string): LawAmount => ({ amount: text, currency });

/** Half up to the minor unit, once a line. */
export const halfUpTo = (step: string): RoundingStep => ({ step, mode: 'halfUp', level: 'line' });

export const EVERY_LINE_HALF_UP = {
  dutyBase: halfUpTo('0.01'),
  duty: halfUpTo('0.01'),
  taxBase: halfUpTo('0.01'),
  tax: halfUpTo('0.01'),
};

/** What most bands are: open to all goods. */
export function band(own: Omit<Band, 'closedTo' | 'dutyClosedTo'> & Partial<Band>): Band {
  return { closedTo: [], dutyClosedTo: [], ...own };
}

export const LAST_CHECKED = '2026-11-01';

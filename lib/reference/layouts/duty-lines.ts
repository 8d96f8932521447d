import type { ReferenceRow } from '../row';
import type { SourceRow } from '../source-row';

/** A rate as a tariff states it: per cent, or words that are no plain percentage. */
export type DutyRate = { readonly ratePercent: string } | { readonly ratePercent: null; readonly text: string };

const LINE = /^\d{8}$/;
const SUBHEADING = /^\d{6}$/;

/** Codes of a national line; null where the row is refused. */
export function lineCodes(row: SourceRow, column: string): { line: string; subheading: string } | null {
  const line = row.shaped(column, LINE, '01012100');
  const subheading = row.shaped('hs6', SUBHEADING, '010121');
  // Tariffs of an older edition of the Harmonized System name the subheading that took over.
  return row.isSound ? { line, subheading } : null;
}

/** The rate of a row: per cent where its kind is ad valorem, else its words, with a remark. Null where the row is refused. */
export function rateOf(
  row: SourceRow,
  columns: { readonly percent: string; readonly text: string; readonly kind: string },
): DutyRate | null {
  const kind = row.oneOf(columns.kind, ['ad_valorem', 'specific', 'compound', 'none']);
  if (kind === 'ad_valorem') {
    const ratePercent = row.decimal(columns.percent, 4);
    return row.isSound ? { ratePercent } : null;
  }
  if (!row.isSound) return null;
  row.note('not_ad_valorem', columns.text);
  return { ratePercent: null, text: row.text(columns.text) };
}

type Group = { readonly rates: Set<string>; readonly texts: Set<string>; readonly line: number };

/** Gathers the lines of a tariff, and gives each subheading the one rate its lines agree on, or says that they do not. */
export class Subheadings {
  private readonly groups = new Map<string, Group>();

  enter(subheading: string, rate: DutyRate, line: number): void {
    const group = this.groups.get(subheading) ?? { rates: new Set(), texts: new Set(), line };
    this.groups.set(subheading, group);
    if (rate.ratePercent === null) group.texts.add(rate.text);
    else group.rates.add(rate.ratePercent);
  }

  *rows(): Generator<ReferenceRow> {
    for (const [key, { rates, texts, line }] of this.groups) {
      yield { ...dutyRow(key, agreed([...rates], [...texts])), line };
    }
  }
}

function agreed(rates: readonly string[], texts: readonly string[]): DutyRate {
  const [rate = ''] = rates;
  if (rates.length === 1 && texts.length === 0) return { ratePercent: rate };
  if (rates.length === 0) return { ratePercent: null, text: texts.length === 1 ? (texts[0] ?? '') : '' };
  return { ratePercent: null, text: spread(rates) };
}

/** Lowest and highest of several rates, as `0–11.5 %`. */
export function spread(rates: readonly string[]): string {
  const sorted = [...rates].sort((a, b) => Number(a) - Number(b));
  const [low = '', high = ''] = [sorted[0], sorted.at(-1)];
  return low === high ? `${low} %` : `${low}–${high} %`;
}

export function dutyRow(key: string, value: DutyRate): Omit<ReferenceRow, 'line'> {
  return { rowKind: 'duty_rate', key, value, validFrom: null, validTo: null };
}

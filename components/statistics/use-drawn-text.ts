import { useTranslations } from 'next-intl';
import { headOf } from '@/lib/statistics/drawing';
import type { Member } from '@/lib/statistics/pivot';
import { digitsOfHead } from '@/lib/statistics/pivot-table';
import type { Axis } from '@/lib/statistics/question';
import type { DrawnProps } from './drawn-body';
import { useAxisText, useCellText, useExploredUnit } from './use-pivot-text';

/** How a drawing says its rows, series, values and unit: as the table under it does. */
export function useDrawnText({ drawn, question, resolved, currency, officeNames }: DrawnProps) {
  const tStatistics = useTranslations('statistics');
  const axisText = useAxisText(officeNames, resolved.grain);
  const cellText = useCellText(currency);
  const unitOf = useExploredUnit(currency);
  const head = headOf(drawn);
  const figure = tStatistics(`figure.${drawn.figure}`);
  const unitOfFigure = unitOf(drawn.figure);
  // A drawing has no column for codes: where names alone do not tell commodities apart, the code stands before them.
  const nameOf = (axis: Axis, member: Member) => {
    const { code, text } = axisText(axis, member);
    return code && (axis === 'heading' || axis === 'chapter') ? `${code} ${text}` : text;
  };
  const value = (number: number) => cellText(head, number.toFixed(digitsOfHead(head, currency)));
  const sumOf = (values: readonly (number | null)[]) => values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return {
    row: (row: Member) => nameOf(question.rows, row),
    series: (member: Member) =>
      question.columns && member.kind !== 'total' ? nameOf(question.columns, member) : figure,
    /** Whether that is a name of the world and no word of the product. */
    rowIsData: (row: Member) => axisText(question.rows, row).isData,
    seriesIsData: (member: Member) =>
      question.columns !== null && member.kind !== 'total' && axisText(question.columns, member).isData,
    /** A number that was drawn, with the digits its exact text has. */
    value,
    /** The sum of what is there; a dash where nothing is, as for a mean of nothing, which is not nought. */
    told: (values: readonly (number | null)[]) => (values.every((one) => one === null) ? '–' : value(sumOf(values))),
    figure: (text: string) => cellText({ ...head, says: 'figure' }, text),
    sumOf,
    unitOfFigure,
    /** What stands behind a value; a share carries its sign itself, and an index has no unit. */
    unit: drawn.says === 'share' || drawn.says === 'index' ? '' : unitOfFigure,
  };
}

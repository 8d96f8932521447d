import { FlowChart } from '@/components/charts/flow-chart';
import { Treemap } from '@/components/charts/treemap';
import type { Member } from '@/lib/statistics/pivot';
import type { DrawnProps } from './drawn-body';
import { useDrawnText } from './use-drawn-text';

const keyOf = ({ kind, key }: Member): string => `${kind} ${key}`;

/** Members as tiles of the whole. */
export function DrawnTreemap(props: DrawnProps) {
  const { drawn, links } = props;
  const text = useDrawnText(props);
  return (
    <Treemap
      items={drawn.points.map(({ row, values }) => ({
        key: keyOf(row),
        name: text.row(row),
        isData: text.rowIsData(row),
        value: text.sumOf(values),
        text: `${text.value(text.sumOf(values))} ${text.unit}`.trim(),
        href: links.narrow('rows', row) ?? undefined,
      }))}
    />
  );
}

/** What goes from the members of the rows to those of the columns. */
export function DrawnFlow(props: DrawnProps) {
  const { drawn, links } = props;
  const text = useDrawnText(props);
  const valueAt = (row: string, column: string): number => {
    const at = drawn.series.findIndex((member) => keyOf(member) === column);
    return drawn.points.find((point) => keyOf(point.row) === row)?.values[at] ?? 0;
  };
  return (
    <FlowChart
      left={drawn.points.map(({ row, values }) => ({
        key: keyOf(row),
        name: text.row(row),
        isData: text.rowIsData(row),
        text: text.value(text.sumOf(values)),
        href: links.narrow('rows', row) ?? undefined,
      }))}
      right={drawn.series.map((member, at) => ({
        key: keyOf(member),
        name: text.series(member),
        isData: text.seriesIsData(member),
        text: text.value(text.sumOf(drawn.points.map(({ values }) => values[at] ?? 0))),
        href: links.narrow('columns', member) ?? undefined,
      }))}
      value={valueAt}
    />
  );
}

import { TextLink } from '@/components/ui/text-link';

export type FlowNode = {
  readonly key: string;
  readonly name: string;
  /** The name is one of the world and no word of the product. */
  readonly isData: boolean;
  readonly text: string;
  readonly href?: string;
};
type FlowChartProps = {
  left: readonly FlowNode[];
  right: readonly FlowNode[];
  /** What goes from a node of the left to one of the right. */
  value: (left: string, right: string) => number;
};

/** Per cent of the height between two nodes, and between all of them together at most. */
const [GAP, GAPS_MAX] = [1.6, 40];
/** The height of the drawing, which grows where names need more, and that of a line of text. */
const [HEIGHT_REM, LINE_REM] = [24, 1.1];
const COLOURS = 6;

type Placed = FlowNode & { readonly from: number; readonly size: number };

/** What flows from one side to the other, as ribbons whose thickness tells how much. The table beside it says the same aloud. */
export function FlowChart({ left, right, value }: FlowChartProps) {
  const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + Math.max(0, one), 0);
  const whole = sumOf(left.flatMap((from) => right.map((to) => value(from.key, to.key)))) || 1;
  const nodes = Math.max(1, left.length, right.length);
  // However many there are, gaps take no more than a part of the height, and each name has a line of its own.
  const gap = Math.min(GAP, GAPS_MAX / nodes);
  const height = Math.max(HEIGHT_REM, nodes * LINE_REM);
  const line = (LINE_REM / height) * 100;
  const scale = (100 - gap * (nodes - 1)) / whole;
  const sources = placed(left, (from) => sumOf(right.map((to) => value(from, to.key))), scale, gap);
  const targets = placed(right, (to) => sumOf(left.map((from) => value(from.key, to))), scale, gap);
  const filled = new Map<string, number>();
  const take = (node: Placed, side: string, size: number): number => {
    const at = filled.get(side + node.key) ?? node.from;
    filled.set(side + node.key, at + size);
    return at;
  };
  const ribbons = sources.flatMap((source, index) =>
    targets.flatMap((target) => {
      const size = Math.max(0, value(source.key, target.key)) * scale;
      if (size === 0) return [];
      const [y, end] = [take(source, 'from ', size), take(target, 'to ', size)];
      const path = `M0 ${y}C50 ${y} 50 ${end} 100 ${end}L100 ${end + size}C50 ${end + size} 50 ${y + size} 0 ${y + size}Z`;
      return [{ key: `${source.key} ${target.key}`, path, colour: `var(--color-chart-${(index % COLOURS) + 1})` }];
    }),
  );
  return (
    <div
      className="grid grid-cols-[minmax(6rem,26%)_0.5rem_minmax(0,1fr)_0.5rem_minmax(6rem,22%)] gap-x-1"
      style={{ height: `${height}rem` }}
    >
      <Names nodes={sources} align="right" line={line} />
      <Posts nodes={sources} isColoured />
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className="h-full w-full">
        {ribbons.map(({ key, path, colour }) => (
          <path key={key} data-mark="" d={path} fill={colour} opacity={0.35} />
        ))}
      </svg>
      <Posts nodes={targets} />
      <Names nodes={targets} align="left" line={line} />
    </div>
  );
}

function placed(nodes: readonly FlowNode[], sizeOf: (key: string) => number, scale: number, gap: number): Placed[] {
  let at = 0;
  return nodes.map((node) => {
    const size = sizeOf(node.key) * scale;
    const from = at;
    at += size + gap;
    return { ...node, from, size };
  });
}

function Posts({ nodes, isColoured = false }: { nodes: readonly Placed[]; isColoured?: boolean }) {
  return (
    <span className="relative block h-full" aria-hidden="true">
      {nodes.map(({ key, from, size }, index) => (
        <span
          key={key}
          className="absolute w-full bg-ink"
          style={{
            top: `${from}%`,
            height: `max(1px, ${size}%)`,
            ...(isColoured ? { backgroundColor: `var(--color-chart-${(index % COLOURS) + 1})` } : {}),
          }}
        />
      ))}
    </span>
  );
}

/** Where names stand: at the middle of their posts, and no two on each other; `line` is what one takes, in per cent of the height. */
function namePlaces(nodes: readonly Placed[], line: number): number[] {
  const tops: number[] = [];
  for (const { from, size } of nodes) tops.push(Math.max((tops.at(-1) ?? -line) + line, from + size / 2 - line / 2));
  // The lowest ones are pushed back up as far as they stand below the drawing, and those above them as far as they must.
  for (let at = tops.length - 1, floor = 100 - line; at >= 0; at -= 1, floor = (tops[at + 1] ?? 0) - line)
    tops[at] = Math.min(tops[at] ?? 0, floor);
  return tops;
}

/** Names beside their posts; where posts are thinner than a line of text, names are pushed down so that none covers another. */
function Names({ nodes, align, line }: { nodes: readonly Placed[]; align: 'left' | 'right'; line: number }) {
  const tops = namePlaces(nodes, line);
  return (
    <ul className={`relative h-full text-xs ${align === 'right' ? 'text-right' : ''}`}>
      {nodes.map((node, at) => (
        <li
          key={node.key}
          className="absolute flex w-full items-baseline gap-1.5"
          style={{
            top: `${tops[at] ?? 0}%`,
            justifyContent: align === 'right' ? 'end' : 'start',
          }}
        >
          <span className="truncate" translate={node.isData ? 'no' : undefined}>
            {node.href ? (
              <TextLink href={node.href} scroll={false}>
                {node.name}
              </TextLink>
            ) : (
              node.name
            )}
          </span>
          <span className="text-muted" translate="no">
            {node.text}
          </span>
        </li>
      ))}
    </ul>
  );
}

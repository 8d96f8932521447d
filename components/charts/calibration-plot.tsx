/** A part: where it stands on the axis, what was found, and the interval of that. All from 0 to 1. */
type PlotPoint = { readonly chance: number; readonly rate: number; readonly low: number; readonly high: number };

type CalibrationPlotProps = {
  /** Names of the axes: along, and up. */
  said: string;
  found: string;
  points: readonly PlotPoint[];
  format: (ratio: number) => string;
};

const HEIGHT_PX = 240;
/** How far the axes may reach, and in how many parts: each ends at a whole percent, which is what is printed. */
const SCALES = [{ reach: 0.02, parts: 2 }, ...[0.05, 0.1, 0.2, 0.5, 1].map((reach) => ({ reach, parts: 5 }))];
const LEFT = 13;
const [TOP, BOTTOM] = [4, 84];

/**
 * Points with their intervals against the line on which what was said is what was found. Drawn by the server; the sentence and the table beside it say
 * the same aloud.
 */
export function CalibrationPlot({ said, found, points, format }: CalibrationPlotProps) {
  const most = Math.max(0, ...points.map(({ chance, high }) => Math.max(chance, high)));
  const { reach: scale, parts } = SCALES.find(({ reach }) => reach >= most) ?? { reach: 1, parts: 5 };
  const x = (ratio: number) => `${LEFT + ((98 - LEFT) * Math.min(ratio, scale)) / scale}%`;
  const y = (ratio: number) => `${BOTTOM - ((BOTTOM - TOP) * Math.min(ratio, scale)) / scale}%`;
  const ticks = Array.from({ length: parts + 1 }, (_, at) => (at * scale) / parts);
  return (
    <svg aria-hidden="true" width="100%" height={HEIGHT_PX} className="text-xs">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(0)} x2={x(scale)} y1={y(tick)} y2={y(tick)} stroke="var(--color-line)" />
          <text x={`${LEFT - 1}%`} y={y(tick)} dy="0.32em" textAnchor="end" fill="var(--color-muted)">
            {format(tick)}
          </text>
          <text
            x={x(tick)}
            y={`${BOTTOM + 6}%`}
            dy="0.32em"
            // The last stands at the edge of the drawing, where half of it would be cut off.
            textAnchor={tick === scale ? 'end' : 'middle'}
            fill="var(--color-muted)"
          >
            {format(tick)}
          </text>
        </g>
      ))}
      <line
        x1={x(0)}
        y1={y(0)}
        x2={x(scale)}
        y2={y(scale)}
        stroke="var(--color-line-strong)"
        strokeDasharray="5 4"
        strokeWidth={1.5}
      />
      {points.map(({ chance, rate, low, high }) => (
        <g key={`${chance} ${rate}`} data-mark="">
          <line x1={x(chance)} x2={x(chance)} y1={y(low)} y2={y(high)} stroke="var(--color-chart-1)" strokeWidth={2} />
          <circle cx={x(chance)} cy={y(rate)} r={4} fill="var(--color-chart-1)" />
        </g>
      ))}
      <text x={x(scale / 2)} y="98%" textAnchor="middle" fill="var(--color-muted)">
        {said}
      </text>
      <text x={x(0)} dx="6" y={`${TOP}%`} dy="0.9em" fill="var(--color-muted)">
        {found}
      </text>
    </svg>
  );
}

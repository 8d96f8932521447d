'use client';

export type TooltipLine = { key: string; label: string; value: string; color: string; dashed: boolean };

/** The values under the pointer or the keyboard's place. All of them stand in the table too. */
export function ChartTooltip({ title, lines, unit }: { title: string; lines: readonly TooltipLine[]; unit: string }) {
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-ink text-xs shadow-overlay">
      <p className="font-medium" translate="no">
        {title}
      </p>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                <LineSwatch color={line.color} dashed={line.dashed} /> {line.label}
              </th>
              <td className="text-right font-medium">
                <span translate="no">{line.value}</span> {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A short piece of a series' line. */
export function LineSwatch({ color, dashed }: { color: string; dashed: boolean }) {
  return (
    <svg viewBox="0 0 16 8" className="inline-block h-2 w-4" aria-hidden="true">
      <line
        x1="0"
        x2="16"
        y1="4"
        y2="4"
        stroke={color}
        strokeWidth="2.5"
        strokeDasharray={dashed ? '4 3' : undefined}
      />
    </svg>
  );
}

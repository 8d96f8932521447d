import { useTranslations } from 'next-intl';
import { FieldWords } from '@/components/quality/finding-words';
import { explainProblem, placeOf } from '@/lib/intake/explain-problem';
import type { Place } from '@/lib/intake/place-problem';
import type { Problem } from '@/lib/kernel/problem';

export type Marked = { readonly problem: Problem; readonly place: Place | null };

/** The stretches of a text in order, each with the numbers of the problems that are about it. */
function stretches(text: string, marked: readonly Marked[]): { text: string; at: number; numbers: number[] }[] {
  const edges = new Set([0, text.length]);
  for (const { place } of marked) if (place) edges.add(place.start).add(place.end);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const numbers = marked.flatMap(({ place }, number) =>
      place && place.start <= start && place.end >= end ? [number + 1] : [],
    );
    return { text: text.slice(start, end), at: start, numbers };
  });
}

/** What is wrong, numbered, above the text as sent with the same numbers where each value stands. */
export function MarkedText({ text, marked, format }: { text: string; marked: readonly Marked[]; format: string }) {
  const t = useTranslations('quarantine.record');
  return (
    <>
      <ol className="flex flex-col gap-1 text-sm">
        {marked.map(({ problem }, index) => (
          <li key={`${problem.line} ${problem.pointer} ${problem.code}`} className="flex gap-2">
            <span className="min-w-5 text-right font-semibold text-danger tabular-nums">{index + 1}</span>
            <span className="min-w-0">
              {problem.pointer ? (
                <span className="mr-2">
                  <FieldWords pointer={problem.pointer} place={placeOf(problem, format)} />
                </span>
              ) : null}
              <span translate="no">{explainProblem(problem, format)}</span>
            </span>
          </li>
        ))}
      </ol>
      <h3 className="pt-3 pb-1 font-semibold text-sm">{t('sent')}</h3>
      <pre
        className="max-h-96 overflow-auto whitespace-pre-wrap break-all rounded-sm bg-sunken p-3 font-mono text-xs leading-6"
        translate="no"
      >
        {stretches(text, marked).map(({ text: part, at, numbers }) =>
          numbers.length === 0 ? (
            <span key={at}>{part}</span>
          ) : (
            <mark key={at} className="rounded-sm bg-danger-bg px-0.5 text-danger underline decoration-wavy">
              {part}
              <sup className="pl-0.5 font-semibold">{numbers.join(',')}</sup>
            </mark>
          ),
        )}
      </pre>
    </>
  );
}

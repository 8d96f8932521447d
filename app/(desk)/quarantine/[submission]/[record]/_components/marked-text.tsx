import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ProblemSentence } from '@/components/quality/problem-sentence';
import type { Place } from '@/lib/intake/place-problem';
import type { Problem } from '@/lib/kernel/problem';
import { type Stretch, TextAsSent } from './text-as-sent';

export type Marked = { readonly problem: Problem; readonly place: Place | null };

type Numbered = Marked & { readonly number: number };

const isError = ({ problem }: Marked) => problem.severity === 'error';

/** The stretches of a text in order, each with the problems that are about it. */
function stretches(text: string, marked: readonly Numbered[]): Stretch[] {
  const edges = new Set([0, text.length]);
  for (const { place } of marked) if (place) edges.add(place.start).add(place.end);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const about = marked.filter(({ place }) => place && place.start <= start && place.end >= end);
    return {
      at: start,
      text: text.slice(start, end),
      numbers: about.map(({ number }) => number),
      isError: about.some(isError),
    };
  });
}

function ProblemNumbers({ marked, format }: { marked: readonly Numbered[]; format: string }) {
  return (
    <ol className="flex flex-col gap-1 text-sm">
      {marked.map((one) => {
        const { problem, number } = one;
        return (
          <li key={number} className="flex gap-2">
            <span
              className={clsx(
                'min-w-5 text-right font-semibold tabular-nums',
                isError(one) ? 'text-danger' : 'text-warning',
              )}
            >
              {number}
            </span>
            <span className="min-w-0">
              <ProblemSentence problem={problem} format={format} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

type MarkedTextProps = {
  /** Null for who has not asked to see it. */
  text: string | null;
  marked: readonly Marked[];
  format: string;
};

/**
 * What stops the record, then the remarks that stop nothing, numbered through, above the text as sent with the same numbers where
 * each value stands.
 */
export function MarkedText({ text, marked, format }: MarkedTextProps) {
  const t = useTranslations('quarantine.record');
  const numbered = [...marked.filter(isError), ...marked.filter((one) => !isError(one))].map((one, index) => ({
    ...one,
    number: index + 1,
  }));
  const remarks = numbered.filter((one) => !isError(one));
  return (
    <>
      <ProblemNumbers marked={numbered.filter(isError)} format={format} />
      {remarks.length > 0 ? (
        <>
          <h3 className="pt-3 pb-1 font-semibold text-sm">{t('warnings')}</h3>
          <ProblemNumbers marked={remarks} format={format} />
        </>
      ) : null}
      {text === null ? null : (
        <>
          <h3 className="pt-3 pb-1 font-semibold text-sm">{t('sent')}</h3>
          <TextAsSent stretches={stretches(text, numbered)} />
        </>
      )}
    </>
  );
}

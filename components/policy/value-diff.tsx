import { useTranslations } from 'next-intl';
import { inWholes, valueDiff, WHOLE } from '@/lib/policy/value-diff';
import { usePartLabel } from './part-label';
import { usePartText } from './part-text';

/** What a change alters, part by part: what stands today struck out, what takes its place beside it. */
export function ValueDiff({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations('policy.diff');
  const labelOf = usePartLabel();
  const textOf = usePartText();
  const changed = inWholes(valueDiff(before, after));
  if (changed.length === 0) return <p className="text-muted text-sm">{t('none')}</p>;
  const told = (text: string | null, path: readonly string[]) => {
    if (text === null) return t('absent');
    return text === WHOLE ? t('whole') : textOf(path, text);
  };
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {changed.map(({ path, before: was, after: now }) => (
        <li key={path.join('.')} className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <span className="text-muted">{labelOf(path)}</span>
          <span className="break-words" translate="no">
            <span className="sr-only">{t('before')} </span>
            <del className="text-muted">{told(was, path)}</del> <span aria-hidden="true">→</span>{' '}
            <span className="sr-only">{t('after')} </span>
            <ins className="font-semibold no-underline">{told(now, path)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}

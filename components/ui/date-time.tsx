import { useLocale } from 'next-intl';
import { formatInstant, type InstantShow } from './format';

/** An instant, in UTC; a bare day `YYYY-MM-DD` with `show="date"`. */
export function DateTime({ at, show = 'datetime' }: { at: Date | string; show?: InstantShow }) {
  const instant = typeof at === 'string' ? new Date(at) : at;
  return (
    <time dateTime={instant.toISOString()} className="whitespace-nowrap" translate="no">
      {formatInstant(useLocale(), instant, show)}
    </time>
  );
}

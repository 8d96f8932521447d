import { useTranslations } from 'next-intl';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import type { HeadingSuggestion } from '@/lib/consignment/suggest-heading';

/** What goods without a commodity code read like: a hint for who looks, never a declared fact. */
export function HeadingHint({ suggestion }: { suggestion: HeadingSuggestion }) {
  const t = useTranslations('consignment.goods');
  const { heading, percent, words } = suggestion;
  return (
    <span className="block text-muted text-xs">
      {t.rich('suggested', {
        goods: HS_CHAPTERS.get(heading.slice(0, 2)) ?? '',
        percent,
        words: words.join(', '),
        heading: () => (
          <span className="font-mono" translate="no">
            {heading}
          </span>
        ),
      })}
    </span>
  );
}

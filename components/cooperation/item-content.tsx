/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import { useTranslations } from 'next-intl';
import type { ExchangeItem } from '@/lib/cooperation/package';

const boxClass =
  'mt-1 max-h-48 overflow-auto whitespace-pre-wrap break-words rounded-sm bg-sunken p-2 font-mono text-xs';

/** What an item says, as it came; text of others, never markup. */
export function ItemContent({ item }: { item: ExchangeItem }) {
  const t = useTranslations('cooperation.exchange');
  if (item.kind === 'alert')
    return (
      <p translate="no" className="max-w-prose whitespace-pre-wrap text-sm">
        <bdi>{item.text}</bdi>
      </p>
    );
  if (item.kind === 'typology')
    return (
      <ul className="text-sm">
        {item.rows.map(({ chapter, findings }) => (
          <li key={chapter}>{t('findings', { chapter, findings })}</li>
        ))}
      </ul>
    );
  const isList = item.kind === 'list';
  return (
    <details className="text-sm">
      <summary className="min-h-target cursor-pointer text-accent">
        {isList ? t('entries', { count: item.entries.length }) : t('showContent')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <pre translate="no" tabIndex={0} className={boxClass}>
        {isList ? item.entries.join('\n') : JSON.stringify(item.content, null, 2)}
      </pre>
    </details>
  );
}

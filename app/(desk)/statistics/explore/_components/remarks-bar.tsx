import { getLocale, getTranslations } from 'next-intl/server';
import { formatInstant } from '@/components/ui/format';
import type { Period } from '@/lib/statistics/period';
import type { Remark } from '@/lib/statistics/remark';
import { DropRemark } from './drop-remark';
import { RemarkDialog } from './remark-dialog';

type RemarksBarProps = {
  /** Remarks on the days of the drawing. */
  remarks: readonly Remark[];
  offices: readonly { readonly id: string; readonly name: string }[];
  period: Period;
};

/** Remarks on the days that are drawn which the reader may take away, and a way to write another. */
export async function RemarksBar({ remarks, offices, period }: RemarksBarProps) {
  const [t, locale] = await Promise.all([getTranslations('explore.remark'), getLocale()]);
  const droppable = remarks.filter(({ mayDrop }) => mayDrop);
  return (
    <div className="flex flex-wrap items-center gap-2" data-print="hide">
      {droppable.length > 0 ? (
        <ul aria-label={t('droppable')} className="flex flex-wrap gap-2">
          {droppable.map(({ remarkId, day, text, ownerName, isOwn }) => (
            <li
              key={remarkId}
              className="inline-flex max-w-full items-center gap-1.5 rounded-full border border-line-strong bg-surface pl-2.5 text-xs"
            >
              <time dateTime={day} className="shrink-0 text-muted">
                {formatInstant(locale, new Date(`${day}T00:00:00Z`), 'date')}
              </time>
              <bdi translate="no" className="min-w-0 truncate">
                {text}
              </bdi>
              {isOwn ? null : (
                <bdi translate="no" className="shrink-0 text-muted">
                  {ownerName}
                </bdi>
              )}
              <DropRemark remarkId={remarkId} text={text} />
            </li>
          ))}
        </ul>
      ) : null}
      <RemarkDialog offices={offices} period={period} />
    </div>
  );
}

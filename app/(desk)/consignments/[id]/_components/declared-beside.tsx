/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Absent } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Decimal } from '@/components/ui/quantity';
import type { ItemDetail } from '@/db/queries/consignment/consignment-detail';

/** The declared goods in few words, to hold against the pictures beside them. */
export function DeclaredBeside({ items }: { items: readonly ItemDetail[] }) {
  const t = useTranslations('attachments.pictures');
  const headId = useId();
  return (
    <div className="flex min-w-0 flex-col gap-2 text-sm">
      <h3 id={headId}>{t('declared')}</h3>
      <section
        aria-labelledby={headId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that arrows must reach it
        tabIndex={0}
        className="max-h-96 overflow-y-auto"
      >
        <ul className="flex flex-col gap-3">
          {items.map((item) => (
            <li key={item.itemNumber} className="rounded-md border border-line p-2">
              {items.length > 1 ? <p className="text-muted text-xs">{t('item', { number: item.itemNumber })}</p> : null}
              <p className="wrap-anywhere font-medium">
                <bdi translate="no">{item.description}</bdi>
              </p>
              <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
                <Fact term={t('code')}>
                  {item.commodityCode ? (
                    <span className="font-mono">{item.commodityCode}</span>
                  ) : (
                    <Absent label={t('noCode')} />
                  )}
                </Fact>
                <Fact term={t('value')}>
                  <AmountText {...item.declaredValue} />
                </Fact>
                <Fact term={t('origin')}>{item.originCountry ?? <Absent label={t('noOrigin')} />}</Fact>
                <Fact term={t('quantity')}>
                  {item.quantity ? <Decimal value={item.quantity} /> : <Absent label={t('noQuantity')} />}
                </Fact>
              </dl>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd translate="no" className="wrap-anywhere">
        {children}
      </dd>
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { ChargeLineDetail } from '@/db/queries/consignment/consignment-detail';

/** That the goods leave the customs territory: what is computed for them and what is not. Nothing for goods that stay. */
export function OutsideCallout({ lines }: { lines: readonly ChargeLineDetail[] }) {
  const t = useTranslations('consignment.outside');
  const locale = useLocale();
  const line = lines.find(({ working }) => working.code === 'outside_territory');
  if (!line) return null;
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const country = String(line.working.values.country);
  return (
    <Callout tone="info" className="mb-2" title={t('title', { country: names.of(country) ?? country })}>
      <p>{t('computed')}</p>
      <p>{t('notComputed')}</p>
      <p className="text-muted text-xs" translate="no">
        {line.citation}
      </p>
    </Callout>
  );
}

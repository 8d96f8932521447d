import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { LegalSource } from '@/db/queries/public/legal-sources';

/** Every parameter the answer rests on, with who published it and from when until when it holds. */
export function LegalSources({ sources }: { sources: readonly LegalSource[] }) {
  const t = useTranslations('public.costs.sources');
  return (
    <Panel title={t('title')} description={t('text')} flush>
      <ul className="divide-y divide-line">
        {sources.map(({ kind, key, says, source, edition, validFrom, validTo }) => (
          <li key={`${kind} ${key} ${validFrom}`} className="grid gap-x-4 px-4 py-2 text-sm sm:grid-cols-[1fr_auto]">
            <p className="font-medium">
              {t(`kind.${kind}`)}{' '}
              <span translate="no" className="text-muted">
                {key}
              </span>
            </p>
            <p translate="no" className="font-semibold sm:text-right">
              {says}
            </p>
            <p translate="no" className="sm:col-span-2">
              {source} ({edition})
            </p>
            <p className="text-muted sm:col-span-2">
              {t('valid')} <DateTime at={validFrom} show="date" />
              {' – '}
              {validTo === null ? t('open') : <DateTime at={validTo} show="date" />}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

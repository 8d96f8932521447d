import { useTranslations } from 'next-intl';
import { REFERENCE_KINDS } from '@/lib/reference/kinds';
import { LAYOUTS } from '@/lib/reference/layouts';

/** The layouts that are read, folded away: for those who prepare a file. */
export function LayoutsPanel() {
  const t = useTranslations('reference');
  return (
    <details className="mt-4 border-line border-t pt-3 text-sm">
      <summary className="min-h-target cursor-pointer font-medium">{t('upload.layouts')}</summary>
      <p className="mt-1 max-w-prose text-muted">{t('upload.layoutsText')}</p>
      <dl className="mt-3 flex flex-col gap-4">
        {REFERENCE_KINDS.map((kind) => (
          <div key={kind} className="grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="font-medium">{t(`kind.${kind}`)}</dt>
            <dd className="flex flex-col gap-2">
              {LAYOUTS.filter((layout) => layout.kind === kind).map(
                ({ name, columns, series, source, isText, isNarrow }) => (
                  <div key={name}>
                    <p translate="no">{source}</p>
                    {isText ? (
                      <p className="text-muted">{t('upload.lines')}</p>
                    ) : (
                      <p className="break-words font-mono text-muted text-xs" translate="no">
                        {columns.join(', ')}
                      </p>
                    )}
                    {isNarrow ? <p className="text-muted text-xs">{t('upload.narrow')}</p> : null}
                    {series ? (
                      <p className="text-muted text-xs">
                        {t('upload.parts', { names: series.map((one) => t(`series.${one}`)).join(', ') })}
                      </p>
                    ) : null}
                  </div>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import { useTranslations } from 'next-intl';
import { detailLines } from '@/lib/audit/details';

type AuditDetailsProps = { details: Readonly<Record<string, unknown>> };

/** What changed and what was noted, one line each; values are codes and figures as they were stored. */
export function AuditDetails({ details }: AuditDetailsProps) {
  const t = useTranslations('audit');
  const lines = detailLines(details);
  if (lines.length === 0) return null;
  return (
    <dl className="flex flex-col gap-0.5 text-xs">
      {lines.map((line) => (
        <div key={`${line.kind}-${line.key}`} className="flex flex-wrap gap-x-1.5">
          <dt className="text-muted">
            {t.has(`detail.${line.key}`) ? t(`detail.${line.key}`) : <span translate="no">{line.key}</span>}
          </dt>
          <dd className="min-w-0 break-all">
            {line.kind === 'fact' ? (
              <bdi translate="no">{line.value}</bdi>
            ) : (
              t.rich('changeRich', {
                before: () => <Value text={line.before} nothing={t('nothing')} />,
                after: () => <Value text={line.after} nothing={t('nothing')} />,
              })
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ text, nothing }: { text: string | null; nothing: string }) {
  if (text === null || text === '') return <span className="text-muted">{nothing}</span>;
  return (
    <bdi translate="no" className="font-medium">
      {text}
    </bdi>
  );
}

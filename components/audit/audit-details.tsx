import { useTranslations } from 'next-intl';
import { detailLines } from '@/lib/audit/details';
import { useDetailWord } from './use-detail-word';

type AuditDetailsProps = { details: Readonly<Record<string, unknown>> };

/** What changed and what was noted, one line each: codes in words, ids and figures as they were stored. */
export function AuditDetails({ details }: AuditDetailsProps) {
  const t = useTranslations('audit');
  const wordOf = useDetailWord();
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
              <Value text={line.value} nothing={t('nothing')} wordOf={(text) => wordOf(line.key, text)} isPlain />
            ) : (
              t.rich('changeRich', {
                before: () => (
                  <Value text={line.before} nothing={t('nothing')} wordOf={(text) => wordOf(line.key, text)} />
                ),
                after: () => (
                  <Value text={line.after} nothing={t('nothing')} wordOf={(text) => wordOf(line.key, text)} />
                ),
              })
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type ValueProps = {
  text: string | null;
  nothing: string;
  wordOf: (text: string) => { text: string; isWord: boolean };
  isPlain?: boolean;
};

function Value({ text, nothing, wordOf, isPlain = false }: ValueProps) {
  if (text === null || text === '') return <span className="text-muted">{nothing}</span>;
  const word = wordOf(text);
  return (
    <bdi translate={word.isWord ? undefined : 'no'} className={isPlain ? undefined : 'font-medium'}>
      {word.text}
    </bdi>
  );
}

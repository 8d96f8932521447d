import { useTranslations } from 'next-intl';
import { detailLines } from '@/lib/audit/details';
import { isUuid } from '@/lib/kernel/ids';
import { NamedId, ShortId } from './short-id';
import { useDetailWord } from './use-detail-word';

const SHA_256 = /^[0-9a-f]{64}$/;

/** What an id stands for, by id. */
type Names = Readonly<Record<string, string>>;
type AuditDetailsProps = { details: Readonly<Record<string, unknown>>; names: Names };

/** What changed and what was noted, one line each: codes in words, ids with what they stand for, figures as they were stored. */
export function AuditDetails({ details, names }: AuditDetailsProps) {
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
          <dd className="wrap-anywhere min-w-0">
            {line.kind === 'fact' ? (
              <Value
                names={names}
                text={line.value}
                nothing={t('nothing')}
                wordOf={(text) => wordOf(line.key, text)}
                isPlain
              />
            ) : (
              t.rich('changeRich', {
                before: () => (
                  <Value
                    names={names}
                    text={line.before}
                    nothing={t('nothing')}
                    wordOf={(text) => wordOf(line.key, text)}
                  />
                ),
                after: () => (
                  <Value
                    names={names}
                    text={line.after}
                    nothing={t('nothing')}
                    wordOf={(text) => wordOf(line.key, text)}
                  />
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
  names: Names;
  wordOf: (text: string) => { text: string; isWord: boolean };
  isPlain?: boolean;
};

function Value({ text, nothing, names, wordOf, isPlain = false }: ValueProps) {
  if (text === null || text === '') return <span className="text-muted">{nothing}</span>;
  if (SHA_256.test(text)) return <ShortId id={text} />;
  if (isUuid(text)) return <NamedId id={text} name={names[text]} />;
  const word = wordOf(text);
  return (
    <bdi translate={word.isWord ? undefined : 'no'} className={isPlain ? undefined : 'font-medium'}>
      {word.text}
    </bdi>
  );
}

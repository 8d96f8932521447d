import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { detailLines } from '@/lib/audit/details';
import { type Said, type Speech, sayKey, sayValue } from '@/lib/audit/say';
import { isUuid } from '@/lib/kernel/ids';
import { SaidText } from './said-text';
import { NamedId, ShortId } from './short-id';

const SHA_256 = /^[0-9a-f]{64}$/;

/** What an id stands for, by id. */
type Names = Readonly<Record<string, string>>;
type AuditDetailsProps = { details: Readonly<Record<string, unknown>>; names: Names; speech: Speech };

/** What changed and what was noted, one line each: codes in words, ids with what they stand for, instants and amounts as on every page. */
export function AuditDetails({ details, names, speech }: AuditDetailsProps) {
  const t = useTranslations('audit');
  const lines = detailLines(details);
  if (lines.length === 0) return null;
  const shown = (key: string, values: readonly string[], isPlain: boolean) => (
    <Values
      names={names}
      values={values}
      nothing={t(isPlain ? 'none' : 'nothing')}
      say={(one) => sayValue(speech, key, one)}
      isPlain={isPlain}
    />
  );
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {lines.map((line) => (
        <div key={`${line.kind}-${line.key}`} className="flex flex-wrap gap-x-1.5">
          <dt className="text-muted">
            <SaidText said={sayKey(speech, line.key)} />
          </dt>
          <dd className="wrap-anywhere min-w-0">
            {line.kind === 'fact'
              ? shown(line.key, line.values, true)
              : t.rich('changeRich', {
                  before: () => shown(line.key, line.before, false),
                  after: () => shown(line.key, line.after, false),
                })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type ValuesProps = {
  values: readonly string[];
  nothing: string;
  names: Names;
  say: (value: string) => Said;
  isPlain: boolean;
};

function Values({ values, nothing, names, say, isPlain }: ValuesProps) {
  if (values.length === 0) return <span className="text-muted">{nothing}</span>;
  return values.map((value, index) => (
    <Fragment key={value}>
      {index > 0 ? ', ' : null}
      {SHA_256.test(value) ? (
        <ShortId id={value} />
      ) : isUuid(value) ? (
        <NamedId id={value} name={names[value]} />
      ) : (
        <SaidText said={say(value)} className={isPlain ? undefined : 'font-medium'} />
      )}
    </Fragment>
  ));
}

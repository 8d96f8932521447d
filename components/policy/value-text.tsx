import { useTranslations } from 'next-intl';
import { LAW } from '@/lib/charges/law';
import { NO_LIMIT, valueDiff } from '@/lib/policy/value-diff';
import { manyOf } from '@/lib/policy/value-fields';
import { LawText } from './law-text';
import { usePartLabel } from './part-label';
import { usePartText } from './part-text';

/** What a parameter says, part by part; an empty part is not said, and a law of charges is told band by band. */
export function ValueText({ value }: { value: unknown }) {
  const law = LAW.safeParse(value);
  return law.success ? <LawText law={law.data} /> : <Parts value={value} />;
}

/** More parts than these are folded away. */
const UNFOLDED = 8;

function Parts({ value }: { value: unknown }) {
  const t = useTranslations('policy.value');
  const labelOf = usePartLabel();
  const textOf = usePartText();
  const parts = valueDiff(null, value);
  if (parts.length === 0) return <p className="text-muted">{t('none')}</p>;
  const list = (
    <ul className="flex flex-col">
      {parts.map(({ path, after }) => (
        <li key={path.join('.')}>
          <span className="text-muted">{labelOf(path)}:</span>{' '}
          <span translate={manyOf(path) || after === NO_LIMIT ? undefined : 'no'}>{textOf(path, after ?? '')}</span>
        </li>
      ))}
    </ul>
  );
  if (parts.length <= UNFOLDED) return list;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t('parts', { count: parts.length })}</summary>
      {list}
    </details>
  );
}

import { useTranslations } from 'next-intl';
import { LAW } from '@/lib/charges/law';
import { manyOf } from '@/lib/policy/value-fields';
import { LawText } from './law-text';
import { usePartText } from './part-text';

/** What a parameter says, part by part; an empty part is not said, and a law of charges is told band by band. */
export function ValueText({ value }: { value: unknown }) {
  const law = LAW.safeParse(value);
  return law.success ? <LawText law={law.data} /> : <Parts value={value} />;
}

function Parts({ value }: { value: unknown }) {
  const t = useTranslations('policy.field');
  const textOf = usePartText();
  const parts = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>).filter(
    ([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
  );
  return (
    <ul className="flex flex-col">
      {parts.map(([name, part]) => (
        <li key={name}>
          <span className="text-muted">{t.has(name) ? t(name) : name}:</span>{' '}
          <span translate={manyOf([name]) ? undefined : 'no'}>
            {textOf([name], Array.isArray(part) ? part.join(' ') : String(part))}
          </span>
        </li>
      ))}
    </ul>
  );
}

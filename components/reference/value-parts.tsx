import { useTranslations } from 'next-intl';
import { partsOf } from '@/lib/reference/describe';
import type { RowValue } from '@/lib/reference/row';

/** What a row says, part by part; one that consists of a name is only the name. */
export function ValueParts({ value }: { value: RowValue }) {
  const t = useTranslations('reference.part');
  const parts = partsOf(value);
  const [first] = parts;
  if (parts.length === 1 && first?.part === 'name') return <span translate="no">{first.text}</span>;
  return (
    <dl className="flex max-w-2xl flex-col gap-0.5">
      {parts.map(({ part, text }) => (
        <div key={part} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{t.has(part) ? t(part) : part}</dt>
          <dd className="min-w-0 break-words" translate="no">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslations } from 'next-intl';
import { FindingCode, useFindingWords } from '@/components/quality/finding-words';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';

type RuleCountsProps = {
  rules: readonly { readonly code: string; readonly records: number; readonly href: string }[];
  chosen: string | null;
  allHref: string;
};

/** How often each rule is broken; a rule narrows the list to itself. */
export function RuleCounts({ rules, chosen, allHref }: RuleCountsProps) {
  const t = useTranslations('quarantine');
  const wordsOf = useFindingWords();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {chosen ? (
        <li>
          <TextLink href={allHref}>{t('all')}</TextLink>
        </li>
      ) : null}
      {rules.map(({ code, records, href }) => (
        <li key={code} className="flex items-baseline justify-between gap-3">
          <span className="min-w-0">
            {code === chosen ? (
              <span aria-current="true" className="font-semibold">
                {wordsOf(code)}
              </span>
            ) : (
              <TextLink href={href}>{wordsOf(code)}</TextLink>
            )}
            <FindingCode code={code} />
          </span>
          <span className="tabular-nums">
            <Count value={records} />
          </span>
        </li>
      ))}
    </ul>
  );
}

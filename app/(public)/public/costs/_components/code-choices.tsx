import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CodeQuestion } from '@/db/queries/public/answer-cost';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import type { Typed } from '@/lib/revenue/cost-question';

/** Codes shown of a heading before the rest is folded away. */
const SHOWN = 4;

/** The tariff codes that words may stand for; following one asks the same question with it. */
export function CodeChoices({ typed, codes }: { typed: Typed; codes: readonly CodeQuestion[] }) {
  const t = useTranslations('public.costs.codes');
  return codes.map(({ row, words, choices }) => (
    <Panel
      key={row}
      title={choices.length > 0 ? t('title', { words }) : t('none', { words })}
      description={choices.length > 0 ? t('text') : t('noneText')}
    >
      {choices.length > 0 ? (
        <ul className="flex flex-col gap-3" data-print="hide">
          {choices.map(({ heading, codes: all }) => (
            <li key={heading}>
              <p className="font-semibold">
                {t('heading', { heading: `${heading.slice(0, 2)}.${heading.slice(2)}` })}{' '}
                <span className="font-normal text-muted" translate="no">
                  {HS_CHAPTERS.get(heading.slice(0, 2))}
                </span>
              </p>
              <CodeList row={row} typed={typed} codes={all.slice(0, SHOWN)} />
              {all.length > SHOWN ? (
                <details>
                  <summary className="flex min-h-target items-center text-accent text-sm">
                    {t('rest', { count: all.length - SHOWN })}
                  </summary>
                  <CodeList row={row} typed={typed} codes={all.slice(SHOWN)} />
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  ));
}

type CodeListProps = { row: number; typed: Typed; codes: CodeQuestion['choices'][number]['codes'] };

function CodeList({ row, typed, codes }: CodeListProps) {
  const t = useTranslations('public.costs.codes');
  return (
    <ul>
      {codes.map(({ code, name }) => (
        <li key={code}>
          <TextLink
            href={routes.publicCosts({ ...typed, [`goods${row}`]: code })}
            prefetch={false}
            className="inline-flex min-h-target items-center"
          >
            <span translate="no">{`${code.slice(0, 4)}.${code.slice(4)}`}</span>
            <span className="pl-2" translate={name === null ? undefined : 'no'}>
              {name ?? t('unnamed')}
            </span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { HoldAnswer } from '@/db/queries/agency/answers-of';
import { VerdictBadge } from '../../../_components/verdict-badge';

/** What the agency said so far, in order. */
export function AnswersPanel({ answers }: { answers: readonly HoldAnswer[] }) {
  const t = useTranslations('agency.hold');
  return (
    <Panel title={t('answers')} flush>
      <ol>
        {answers.map(({ number, verdict, conditions, words, byName, at }) => (
          <li key={number} className="flex flex-col gap-1 border-line border-b px-4 py-2 text-sm last:border-b-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <VerdictBadge verdict={verdict} />
              <span className="ml-auto text-muted text-xs">
                <span translate="no">{byName}</span> · <DateTime at={at} />
              </span>
            </p>
            <p className="whitespace-pre-line">
              <bdi translate="no">{words}</bdi>
            </p>
            {conditions ? (
              <p className="whitespace-pre-line">
                <span className="text-muted">{t('conditions')}</span> <bdi translate="no">{conditions}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

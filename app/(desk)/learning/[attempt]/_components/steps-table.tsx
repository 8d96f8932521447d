import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Step } from '@/db/queries/learning/load-progress';
import { JUDGEMENT_TONES } from './judgement-tones';

type Answered = { readonly number: number; readonly answered: NonNullable<Step['answered']> };

/** Every answered case with what was done and what was true; each opens again. */
export function StepsTable({ attemptId, steps }: { attemptId: string; steps: readonly Step[] }) {
  const t = useTranslations('learning');
  const rows = steps.flatMap(({ number, answered }): Answered[] => (answered ? [{ number, answered }] : []));
  return (
    <Panel title={t('marks.cases')} flush>
      <DataTable<Answered>
        caption={t('marks.cases')}
        captionHidden
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'case',
            header: t('column.case'),
            rowHeader: true,
            cell: ({ number }) => (
              <TextLink href={routes.attempt(attemptId, { case: number })}>
                {number} <span className="sr-only">{t('marks.again')}</span>
              </TextLink>
            ),
          },
          {
            key: 'truth',
            header: t('column.truth'),
            cell: ({ answered: { truth } }) => (truth ? t(`result.${truth.result}`) : t('noMark')),
          },
          {
            key: 'yours',
            header: t('column.yours'),
            cell: ({ answered: { act } }) => (act ? t(`act.${act}`) : t('noMark')),
          },
          {
            key: 'judgement',
            header: t('column.judgement'),
            cell: ({ answered: { judgement } }) =>
              judgement ? <Badge tone={JUDGEMENT_TONES[judgement]}>{t(`judgement.${judgement}`)}</Badge> : null,
          },
          {
            key: 'time',
            header: t('column.time'),
            numeric: true,
            cell: ({ answered: { seconds } }) => t('seconds', { seconds }),
          },
        ]}
      />
    </Panel>
  );
}

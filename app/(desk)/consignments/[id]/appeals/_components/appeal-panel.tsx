import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { AppealActRow, LoadedAppeal } from '@/db/queries/appeals/load-appeals';
import { APPEAL_OUTCOMES, type AppealState, disputedMinor } from '@/lib/appeals/appeal';
import { moneyText } from '@/lib/kernel/money';
import { actOnAppealAction, decideAppealAction } from '../actions';
import { AppealDialog } from './appeal-dialog';

const TONES: Readonly<Record<AppealState, Tone>> = {
  open: 'info',
  upheld: 'success',
  partly_upheld: 'success',
  rejected: 'neutral',
  withdrawn: 'neutral',
};

type AppealPanelProps = {
  consignmentId: string;
  appeal: LoadedAppeal;
  /** What is appealed: the name of the decision, or null for the charges. */
  against: string | null;
  minorDigits: number;
  mayAct: boolean;
  mayDecide: boolean;
};

/** One appeal: where it stands, what is disputed and secured, and what happened to it. */
export function AppealPanel({ consignmentId, appeal, against, minorDigits, mayAct, mayDecide }: AppealPanelProps) {
  const t = useTranslations('appeal');
  const { appealId, stage, state, claimedMinor, remittedMinor, securedMinor, currency, acts, last } = appeal;
  const amount = (minor: bigint) => <Money minor={minor} currency={currency} exponent={minorDigits} />;
  const fields = { consignmentId, appealId, seen: String(last) };
  const isOpen = state === 'open';
  const disputed = disputedMinor(appeal);
  const most = (minor: bigint) => moneyText(minor, minorDigits);
  const step = (act: 'secured' | 'escalated' | 'withdrawn') => ({ ...fields, act });
  return (
    <Panel
      title={against === null ? t('againstCharges') : t('against', { decision: against })}
      actions={
        <>
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          {mayAct && isOpen && disputed > securedMinor ? (
            <AppealDialog
              form="secured"
              action={actOnAppealAction}
              fields={step('secured')}
              amount={{ name: 'amount', most: most(disputed - securedMinor), currency }}
            />
          ) : null}
          {mayAct && isOpen ? (
            <AppealDialog form="withdrawn" action={actOnAppealAction} fields={step('withdrawn')} />
          ) : null}
          {mayAct && stage === 'review' && (state === 'rejected' || state === 'partly_upheld') ? (
            <AppealDialog form="escalated" action={actOnAppealAction} fields={step('escalated')} />
          ) : null}
          {mayDecide && isOpen ? (
            <AppealDialog
              form="outcome"
              action={decideAppealAction}
              fields={fields}
              choice={{
                name: 'outcome',
                options: APPEAL_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`state.${outcome}`) })),
              }}
              amount={{ name: 'amount', most: most(disputed), currency }}
              variant="primary"
            />
          ) : null}
        </>
      }
    >
      <DescriptionList
        columns={2}
        items={[
          { term: t('stage'), value: t(`stageName.${stage}`) },
          { term: t('claimed'), value: amount(claimedMinor) },
          { term: t('secured'), value: amount(securedMinor) },
          { term: t('remitted'), value: amount(remittedMinor) },
        ]}
      />
      <DataTable<AppealActRow>
        caption={t('acts')}
        captionHidden
        rows={acts}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'act', header: t('act'), rowHeader: true, cell: ({ act }) => t(`actName.${act}`) },
          {
            key: 'day',
            header: t('day'),
            cell: ({ happenedOn }) => <DateTime at={`${happenedOn}T00:00:00Z`} show="date" />,
          },
          { key: 'by', header: t('by'), cell: ({ recordedByName }) => <bdi translate="no">{recordedByName}</bdi> },
          { key: 'words', header: t('words'), cell: ({ words }) => <bdi translate="no">{words}</bdi> },
          {
            key: 'amount',
            header: t('amount'),
            numeric: true,
            cell: ({ amountMinor }) => (amountMinor === 0n ? null : amount(amountMinor)),
          },
        ]}
      />
    </Panel>
  );
}

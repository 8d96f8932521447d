import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueDiff } from '@/components/policy/value-diff';
import { ValueText } from '@/components/policy/value-text';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { BookChange, BookRow } from '@/db/queries/policy/get-policy-book';
import type { Verdict } from '@/lib/policy/change';
import { decideChangeAction } from '../actions';
import { PeriodText } from './book-panels';

type WaitingProps = { change: BookChange; present: BookRow | undefined; isOwn: boolean; mayDecide: boolean };

const DONE = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** A change that waits: what stands, what would stand, why, and the acts of whoever looks at it. */
export function WaitingPanel({ change, present, isOwn, mayDecide }: WaitingProps) {
  const t = useTranslations('policy.book');
  const tPolicy = useTranslations('policy');
  const name = `${tPolicy(`kind.${change.kind}`)}: ${parameterName(tPolicy, change.kind, change.key)}`;
  const verdicts: readonly Verdict[] = !mayDecide ? [] : isOwn ? ['withdraw'] : ['approve', 'refuse'];
  return (
    <Panel
      title={change.annuls === null ? name : t('annul.of', { name })}
      description={isOwn ? t('waiting.own') : t(change.annuls === null ? 'waiting.text' : 'annul.waiting')}
      actions={verdicts.map((verdict) => (
        <ReasonDialog
          key={verdict}
          trigger={<Button variant={verdict === 'approve' ? 'primary' : 'secondary'}>{t(`waiting.${verdict}`)}</Button>}
          title={t(`waiting.${verdict}`)}
          description={
            verdict === 'approve' && change.annuls !== null ? t('annul.approveText') : t(`waiting.${verdict}Text`)
          }
          submit={t(`waiting.${verdict}`)}
          done={t(`waiting.${DONE[verdict]}`)}
          action={decideChangeAction}
          fields={{ changeId: change.id, verdict }}
        />
      ))}
    >
      <DescriptionList
        items={[
          {
            term: t(change.annuls === null ? 'waiting.alters' : 'annul.takesBack'),
            value: present ? (
              <>
                <ValueDiff before={present.value} after={change.value} />
                <details className="mt-1">
                  <summary className="flex min-h-target items-center text-accent">{t('waiting.whole')}</summary>
                  <ValueText value={change.value} />
                </details>
              </>
            ) : (
              <ValueText value={change.value} />
            ),
          },
          { term: t('rows.period'), value: <PeriodText {...change} /> },
          { term: t('rows.basis'), value: <span translate="no">{change.citation}</span> },
          {
            term: t('history.proposed'),
            value: (
              <>
                <bdi translate="no">{change.proposed.name}</bdi>, <DateTime at={change.proposed.at} />
              </>
            ),
            hint: <bdi translate="no">{change.reason}</bdi>,
          },
        ]}
      />
    </Panel>
  );
}

/** Every change with what became of it. */
export function HistoryPanel({ changes }: { changes: readonly BookChange[] }) {
  const t = useTranslations('policy.book');
  const tPolicy = useTranslations('policy');
  return (
    <Panel title={t('history.title')} flush={changes.length > 0}>
      <DataTable
        caption={t('history.title')}
        captionHidden
        rows={changes}
        rowKey={({ id }) => id}
        empty={<State kind="empty" title={t('history.none')} />}
        columns={[
          {
            key: 'change',
            header: t('history.change'),
            rowHeader: true,
            cell: ({ kind, key, annuls }) => (
              <>
                <span className="text-muted text-xs">{tPolicy(`kind.${kind}`)}</span>
                <span className="block">{parameterName(tPolicy, kind, key)}</span>
                {annuls === null ? null : <Badge tone="neutral">{t('annul.word')}</Badge>}
              </>
            ),
          },
          { key: 'value', header: t('rows.value'), cell: ({ value }) => <ValueText value={value} /> },
          { key: 'from', header: t('history.from'), cell: (change) => <PeriodText {...change} /> },
          {
            key: 'proposed',
            header: t('history.proposed'),
            cell: ({ proposed, reason }) => (
              <>
                <bdi translate="no">{proposed.name}</bdi>, <DateTime at={proposed.at} />
                <bdi className="block text-muted" translate="no">
                  {reason}
                </bdi>
              </>
            ),
          },
          {
            key: 'verdict',
            header: t('history.verdict'),
            cell: ({ decided }) => (
              <Badge tone={decided?.verdict === 'approve' ? 'success' : decided ? 'neutral' : 'warning'}>
                {t(`verdict.${decided?.verdict ?? 'waiting'}`)}
              </Badge>
            ),
          },
          {
            key: 'decided',
            header: t('history.decided'),
            cell: ({ decided }) =>
              decided ? (
                <>
                  <bdi translate="no">{decided.name}</bdi>, <DateTime at={decided.at} />
                  <bdi className="block text-muted" translate="no">
                    {decided.reason}
                  </bdi>
                </>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Panel>
  );
}

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
import type { BookChange, BookPart, BookRow } from '@/db/queries/policy/get-policy-book';
import type { Verdict } from '@/lib/policy/change';
import { decideChangeAction } from '../actions';
import { PeriodText } from './book-panels';

type WaitingProps = {
  change: BookChange;
  /** The rows in force today. */
  present: readonly BookRow[];
  isOwn: boolean;
  mayDecide: boolean;
};

const DONE = { approve: 'approved', return: 'returned', refuse: 'refused', withdraw: 'withdrawn' } as const;

function verdictsOf({ change, isOwn, mayDecide }: Omit<WaitingProps, 'present'>): readonly Verdict[] {
  if (!mayDecide) return [];
  if (isOwn) return ['withdraw'];
  // Nothing of an annulment is left to write on.
  return change.isAnnulment ? ['approve', 'refuse'] : ['approve', 'return', 'refuse'];
}

/** A change that waits: what stands, what would stand, why, and the acts of whoever looks at it. */
export function WaitingPanel({ change, present, isOwn, mayDecide }: WaitingProps) {
  const t = useTranslations('policy.book');
  const tPolicy = useTranslations('policy');
  const { parts, isAnnulment } = change;
  const nameOf = ({ kind, key }: BookPart) => `${tPolicy(`kind.${kind}`)}: ${parameterName(tPolicy, kind, key)}`;
  const [only, ...others] = parts;
  const name = only && others.length === 0 ? nameOf(only) : t('waiting.several', { count: parts.length });
  return (
    <Panel
      title={isAnnulment ? t('annul.of', { name }) : name}
      description={isOwn ? t('waiting.own') : t(isAnnulment ? 'annul.waiting' : 'waiting.text')}
      actions={verdictsOf({ change, isOwn, mayDecide }).map((verdict) => (
        <ReasonDialog
          key={verdict}
          trigger={<Button variant={verdict === 'approve' ? 'primary' : 'secondary'}>{t(`waiting.${verdict}`)}</Button>}
          title={t(`waiting.${verdict}`)}
          description={verdict === 'approve' && isAnnulment ? t('annul.approveText') : t(`waiting.${verdict}Text`)}
          submit={t(`waiting.${verdict}`)}
          done={t(`waiting.${DONE[verdict]}`)}
          action={decideChangeAction}
          fields={{ changeId: change.id, verdict }}
        />
      ))}
    >
      <DescriptionList
        items={[
          ...parts.map((part) => ({
            term: others.length > 0 ? nameOf(part) : t(isAnnulment ? 'annul.takesBack' : 'waiting.alters'),
            value: (
              <Altered
                part={part}
                present={present.find(
                  ({ kind, key, state }) => kind === part.kind && key === part.key && state === 'in_force',
                )}
              />
            ),
          })),
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

/** What a change alters of one parameter in words, and the whole of it folded away. */
function Altered({ part, present }: { part: BookPart; present: BookRow | undefined }) {
  const t = useTranslations('policy.book');
  if (!present) return <ValueText value={part.value} />;
  return (
    <>
      <ValueDiff before={present.value} after={part.value} />
      <details className="mt-1">
        <summary className="flex min-h-target items-center text-accent">{t('waiting.whole')}</summary>
        <ValueText value={part.value} />
      </details>
    </>
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
            cell: ({ parts, isAnnulment }) => (
              <>
                {parts.map(({ id, kind, key }) => (
                  <span key={id} className="block">
                    <span className="text-muted text-xs">{tPolicy(`kind.${kind}`)}</span>
                    <span className="block">{parameterName(tPolicy, kind, key)}</span>
                  </span>
                ))}
                {isAnnulment ? <Badge tone="neutral">{t('annul.word')}</Badge> : null}
              </>
            ),
          },
          {
            key: 'value',
            header: t('rows.value'),
            className: 'min-w-64',
            cell: ({ parts }) => (
              <div className="flex flex-col gap-2">
                {parts.map(({ id, value }) => (
                  <ValueText key={id} value={value} />
                ))}
              </div>
            ),
          },
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

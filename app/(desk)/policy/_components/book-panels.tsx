import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueText } from '@/components/policy/value-text';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { OfficeName } from '@/db/queries/identity/find-session';
import type { BookRow, Instrument } from '@/db/queries/policy/get-policy-book';
import type { Period } from '@/lib/policy/change';
import { proposeAnnulmentAction } from '../actions';
import { BOOK_GROUPS, type BookGroup, rowsOfGroup } from './book-groups';

const TONES: Readonly<Record<BookRow['state'], Tone>> = { in_force: 'success', ahead: 'info', past: 'neutral' };

/** The days something is valid, both included. */
export function PeriodText({ validFrom, validTo }: Period) {
  const t = useTranslations('policy.book');
  return (
    <span className="whitespace-nowrap" translate="no">
      {validTo === null ? t('since', { from: validFrom }) : t('period', { from: validFrom, to: validTo })}
    </span>
  );
}

/** `offices`: those of the reader, whose shifts may end at other hours than the usual ones. */
type RowsPanelProps = { rows: readonly BookRow[]; offices: readonly OfficeName[]; mayWrite: boolean };

/** Every period of every parameter that people change one by one, in panels of what belongs together. */
export function RowsPanels(props: RowsPanelProps) {
  return BOOK_GROUPS.map((group) => {
    const rows = rowsOfGroup(group, props.rows);
    return rows.length > 0 ? <RowsPanel key={group} {...props} rows={rows} group={group} /> : null;
  });
}

function RowsPanel({ rows, offices, mayWrite, group }: RowsPanelProps & { group: BookGroup }) {
  const t = useTranslations('policy.book');
  const tPolicy = useTranslations('policy');
  const withoutOwn = offices.filter(({ id }) => !rows.some(({ kind, key }) => kind === 'shift' && key === id));
  const title = t(`rows.group.${group}`);
  return (
    <Panel title={title} description={group === 'charges' ? t('rows.text') : undefined} flush>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ kind, key, validFrom }) => `${kind} ${key} ${validFrom}`}
        columns={[
          {
            key: 'parameter',
            header: t('rows.parameter'),
            rowHeader: true,
            className: 'align-top',
            cell: ({ kind, key, state }) => {
              const name = parameterName(tPolicy, kind, key);
              return (
                <>
                  <span className="text-muted text-xs">{tPolicy(`kind.${kind}`)}</span>
                  <span className="block">{name}</span>
                  {mayWrite && state === 'in_force' ? (
                    <TextLink
                      href={routes.policyChange(kind, key)}
                      aria-label={t('changeOf', { name })}
                      className="inline-flex min-h-6 items-center"
                    >
                      {t('change')}
                    </TextLink>
                  ) : null}
                  {mayWrite && state === 'in_force' && kind === 'shift' && key === 'usual' && withoutOwn.length > 0 ? (
                    <details>
                      <summary className="min-h-6 cursor-pointer">{t('ofOffice')}</summary>
                      <ul>
                        {withoutOwn.map((office) => (
                          <li key={office.id}>
                            <TextLink
                              href={routes.policyChange(kind, office.id)}
                              translate="no"
                              className="inline-flex min-h-6 items-center"
                            >
                              {office.name}
                            </TextLink>
                          </li>
                        ))}
                      </ul>
                    </details>
                  ) : null}
                </>
              );
            },
          },
          {
            key: 'period',
            header: t('rows.period'),
            className: 'align-top',
            cell: (row) => (
              <>
                <PeriodText {...row} />
                <span className="block">
                  <Badge tone={TONES[row.state]}>{t(`state.${row.state}`)}</Badge>
                </span>
                {mayWrite && row.annullable !== null ? (
                  <AnnulButton changeId={row.annullable} name={parameterName(tPolicy, row.kind, row.key)} />
                ) : null}
              </>
            ),
          },
          {
            key: 'value',
            header: t('rows.value'),
            className: 'min-w-64 align-top',
            cell: ({ kind, value, state }) =>
              // A law is long: the one in force is read, those before and ahead are unfolded.
              kind === 'charge_law' && state !== 'in_force' ? (
                <details>
                  <summary className="min-h-6 cursor-pointer">{t('rows.unfold')}</summary>
                  <ValueText value={value} />
                </details>
              ) : (
                <ValueText value={value} />
              ),
          },
          {
            key: 'basis',
            header: t('rows.basis'),
            className: 'min-w-48 align-top',
            cell: ({ source }) => <span translate="no">{source}</span>,
          },
          {
            key: 'approved',
            header: t('rows.approvedBy'),
            className: 'align-top',
            cell: ({ approved }) =>
              approved ? (
                <>
                  <bdi translate="no">{approved.name}</bdi>, <DateTime at={approved.at} />
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

/** Asks for a second person to take back what was approved and has not begun. */
function AnnulButton({ changeId, name }: { changeId: string; name: string }) {
  const t = useTranslations('policy.book.annul');
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" aria-label={t('of', { name })}>
          {t('button')}
        </Button>
      }
      title={t('of', { name })}
      description={t('text')}
      submit={t('submit')}
      done={t('done')}
      action={proposeAnnulmentAction}
      fields={{ changeId }}
    />
  );
}

/** The laws that are entered. */
export function LawsPanel({ laws }: { laws: readonly Instrument[] }) {
  const t = useTranslations('policy.book');
  const tKind = useTranslations('policy.instrumentKind');
  const empty = (
    <State kind="empty" title={t('laws.none')}>
      {t('laws.noneText')}
    </State>
  );
  return (
    <Panel title={t('laws.title')} flush={laws.length > 0}>
      <DataTable
        caption={t('laws.title')}
        captionHidden
        rows={laws}
        rowKey={({ id }) => id}
        empty={empty}
        columns={[
          {
            key: 'law',
            header: t('laws.law'),
            rowHeader: true,
            className: 'min-w-48',
            cell: ({ title, isExample }) => (
              <>
                <span translate="no">{title}</span>
                {isExample ? (
                  <span className="block">
                    <Badge tone="warning">{t('laws.example')}</Badge>
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'citation',
            header: t('laws.citation'),
            className: 'min-w-48',
            cell: ({ citation }) => <span translate="no">{citation}</span>,
          },
          { key: 'kind', header: t('laws.kind'), cell: ({ kind }) => tKind(kind) },
          { key: 'period', header: t('laws.period'), cell: (law) => <PeriodText {...law} /> },
          {
            key: 'entered',
            header: t('laws.entered'),
            cell: ({ enteredByName, enteredAt }) => (
              <>
                <bdi translate="no">{enteredByName}</bdi>, <DateTime at={enteredAt} />
              </>
            ),
          },
          {
            key: 'text',
            header: t('laws.text'),
            cell: ({ textLink, citation }) =>
              textLink ? (
                <a className="underline" href={textLink} rel="noreferrer" aria-label={`${t('laws.text')}: ${citation}`}>
                  <span translate="no">{new URL(textLink).host}</span>
                </a>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Panel>
  );
}

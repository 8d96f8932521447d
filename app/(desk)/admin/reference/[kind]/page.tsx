import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ValueParts } from '@/components/reference/value-parts';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { TextField } from '@/components/ui/field';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listRows } from '@/db/queries/reference/list-rows';
import { can } from '@/lib/identity/permissions';
import { parseDay } from '@/lib/kernel/dates';
import { isReferenceKind } from '@/lib/reference/kinds';
import { today } from '../_components/today';

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params;
  const t = await getTranslations('reference');
  return { title: isReferenceKind(kind) ? t(`kind.${kind}`) : t('title') };
}

const textOf = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value.trim().slice(0, 100) : '';

/** The rows of one list in force on a day, to be looked up. */
export default async function ListPage({ params, searchParams }: Props) {
  const actor = await requireActor('reference.read');
  const { kind } = await params;
  if (!isReferenceKind(kind)) notFound();
  const given = await searchParams;
  const [find, after] = [textOf(given.find), textOf(given.after) || null];
  const day = parseDay(textOf(given.day)) ?? today();
  const [t, page] = await Promise.all([getTranslations('reference'), listRows(actor, kind, { day, find, after })]);
  return (
    <>
      <PageHeader
        title={t(`kind.${kind}`)}
        lead={t(`acts.${kind}`)}
        back={{ href: routes.reference(), label: t('list.back') }}
        actions={
          can(actor, 'policy.load') ? (
            <ButtonLink href={`${routes.reference({ kind })}#upload`}>{t('upload.title')}</ButtonLink>
          ) : null
        }
      />
      <Panel>
        <form method="get" className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
          <TextField name="find" label={t('list.find')} defaultValue={find} maxLength={100} />
          <TextField name="day" type="date" label={t('list.day')} defaultValue={day} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary">
              {t('list.apply')}
            </Button>
            <ButtonLink href={routes.referenceList(kind)} variant="ghost">
              {t('list.clear')}
            </ButtonLink>
          </div>
        </form>
      </Panel>
      <DataTable
        caption={t('list.caption', { kind: t(`kind.${kind}`), day })}
        rows={page.rows}
        rowKey={(row) => `${row.key} ${row.validFrom}`}
        empty={
          <State kind="none-match" title={t('list.none')}>
            {t('list.noneText')}
          </State>
        }
        columns={[
          {
            key: 'key',
            header: t('list.key'),
            rowHeader: true,
            className: 'align-top',
            cell: (row) => <code translate="no">{row.key}</code>,
          },
          {
            key: 'value',
            header: t('list.value'),
            className: 'min-w-64 align-top',
            cell: (row) => <ValueParts value={row.value} />,
          },
          {
            key: 'from',
            header: t('list.from'),
            className: 'whitespace-nowrap align-top',
            cell: (row) => <span translate="no">{row.validFrom}</span>,
          },
          {
            key: 'to',
            header: t('list.to'),
            className: 'whitespace-nowrap align-top',
            cell: (row) =>
              row.validTo ? (
                <span translate="no">{row.validTo}</span>
              ) : (
                <span className="text-muted">{t('list.open')}</span>
              ),
          },
          {
            key: 'edition',
            header: t('list.edition'),
            className: 'align-top',
            cell: (row) => (
              <>
                <span translate="no">{row.edition}</span>
                <span className="block max-w-xs text-muted text-xs" translate="no">
                  {row.source}
                </span>
              </>
            ),
          },
        ]}
      />
      <Pagination
        summary={t('list.summary', { count: page.rows.length })}
        previousHref={after ? routes.referenceList(kind, { find, day }) : undefined}
        nextHref={page.next ? routes.referenceList(kind, { find, day, after: page.next }) : undefined}
      />
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { sealState } from '@/db/queries/audit/last-head';
import { listAudit } from '@/db/queries/audit/list-audit';
import { cursorText, isReversed, parseAuditFilter, parseCursor } from '@/lib/audit/filter';
import { AuditFilterForm } from './_components/audit-filter-form';
import { AuditTable } from './_components/audit-table';
import { SealLine } from './_components/seal-line';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** Who did what, when, on what and why. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireActor('audit.read');
  const given = await searchParams;
  const filter = parseAuditFilter(given);
  const before = parseCursor(given.before);
  const isUnfit = isReversed(filter);
  const here = routes.audit({ ...filter, before: before && cursorText(before) });
  const [t, page, sealed] = await Promise.all([
    getTranslations('audit'),
    listAudit(actor, filter, before),
    sealState(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          isUnfit ? null : (
            <ButtonLink href={routes.auditExport(filter)} download>
              {t('export')}
            </ButtonLink>
          )
        }
      />
      <SealLine {...sealed} />
      <Panel>
        <AuditFilterForm filter={filter} />
      </Panel>
      {page.rows.length === 0 ? (
        <State
          kind="none-match"
          title={t('empty')}
          action={<ButtonLink href={routes.audit()}>{t('clear')}</ButtonLink>}
        >
          {t(isUnfit ? 'emptyReversed' : 'emptyText')}
        </State>
      ) : (
        <AuditTable rows={page.rows} names={page.names} currency={page.currency} filter={filter} from={here} />
      )}
      <Pagination
        summary={t('summary', { count: page.rows.length })}
        previousHref={before ? routes.audit(filter) : undefined}
        nextHref={page.next ? routes.audit({ ...filter, before: page.next }) : undefined}
      />
    </>
  );
}

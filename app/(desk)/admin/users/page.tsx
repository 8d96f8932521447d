import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { SelectField, TextField } from '@/components/ui/field';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listUsers } from '@/db/queries/identity/list-users';
import { listFailing } from '@/db/queries/intake/list-failing';
import { ROLES } from '@/lib/identity/roles';
import { FailingNote } from '../../submissions/_components/failing-note';
import { UserTable } from './_components/user-table';
import { parseUserFilter } from './search-params';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('title') };
}

/** Every account, filtered by the address of the page. */
export default async function UsersPage({ searchParams }: Props) {
  const actor = await requireActor('admin.users');
  const { after, ...filter } = parseUserFilter(await searchParams);
  const [t, role, page, failing] = await Promise.all([
    getTranslations('admin.users'),
    getTranslations('identity.role'),
    listUsers(actor, { ...filter, after }),
    listFailing(actor),
  ]);
  const states = (['in_use', 'disabled'] as const).map((value) => ({
    value,
    label: value === 'in_use' ? t('inUse') : t('disabled'),
  }));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={routes.newUser()} variant="primary">
            {t('new')}
          </ButtonLink>
        }
      />
      <FailingNote rows={failing} />
      <Panel>
        <form method="get" aria-label={t('filterTitle')} className="flex flex-wrap items-end gap-3">
          <TextField name="find" label={t('find')} defaultValue={filter.find} maxLength={100} />
          <SelectField
            name="role"
            label={t('role')}
            prompt={t('anyRole')}
            defaultValue={filter.role ?? ''}
            options={ROLES.map((value) => ({ value, label: role(value) }))}
          />
          <SelectField
            name="state"
            label={t('state')}
            prompt={t('anyState')}
            defaultValue={filter.state ?? ''}
            options={states}
          />
          <Button type="submit">{t('apply')}</Button>
          <ButtonLink href={routes.adminUsers()} variant="ghost">
            {t('clear')}
          </ButtonLink>
        </form>
      </Panel>
      {page.rows.length === 0 ? (
        <State kind="none-match" title={t('empty')}>
          {t('emptyText')}
        </State>
      ) : (
        <UserTable rows={page.rows} />
      )}
      <Pagination
        summary={t('summary', { count: page.rows.length })}
        previousHref={after ? routes.adminUsers(filter) : undefined}
        nextHref={page.nextAfter ? routes.adminUsers({ ...filter, after: page.nextAfter }) : undefined}
      />
    </>
  );
}

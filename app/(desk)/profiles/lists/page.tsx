import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listLists } from '@/db/queries/profile/list-lists';
import { can } from '@/lib/identity/permissions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile.listOf'))('title') };
}

/** Every list that people keep for profiles, with the edition in force and who uses it. */
export default async function ProfileListsPage() {
  const actor = await requireActor('profile.read');
  const [t, tAll, lists] = await Promise.all([
    getTranslations('profile.listOf'),
    getTranslations('profile'),
    listLists(actor),
  ]);
  const make = can(actor, 'profile.write') ? (
    <ButtonLink href={routes.newProfileList()} variant="primary">
      {t('new')}
    </ButtonLink>
  ) : undefined;
  const rows = lists.map((list) => ({
    ...list,
    inForce: list.editions.find(({ state }) => state === 'in_force'),
    waiting: list.editions.find(({ state }) => state === 'proposed'),
  }));
  const empty = (
    <State kind="empty" title={t('none')} action={make}>
      {t('noneText')}
    </State>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.profiles(), label: tAll('back') }}
        actions={make}
      />
      <Panel flush={rows.length > 0}>
        <DataTable
          caption={t('title')}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          empty={empty}
          columns={[
            {
              key: 'title',
              header: t('column.title'),
              rowHeader: true,
              cell: ({ key, title, waiting }) => (
                <>
                  <TextLink href={routes.profileList(key)}>{title}</TextLink>
                  {waiting ? (
                    <span className="block">
                      <Badge tone="warning">{t('waits', { edition: waiting.edition })}</Badge>
                    </span>
                  ) : null}
                </>
              ),
            },
            { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              key: 'entries',
              header: t('column.entries'),
              numeric: true,
              cell: ({ inForce }) => (inForce ? <Count value={inForce.entries.length} /> : null),
            },
            {
              key: 'edition',
              header: t('column.edition'),
              numeric: true,
              cell: ({ inForce }) => (inForce ? <Count value={inForce.edition} /> : null),
            },
            {
              key: 'usedBy',
              header: t('column.usedBy'),
              cell: ({ usedBy }) => (usedBy.length === 0 ? t('nobody') : <Users usedBy={usedBy} />),
            },
          ]}
        />
      </Panel>
    </>
  );
}

async function Users({ usedBy }: { usedBy: readonly { profileId: string; number: number }[] }) {
  const t = await getTranslations('profile');
  return (
    <span className="flex flex-wrap gap-x-3">
      {usedBy.map(({ profileId, number }) => (
        <TextLink key={profileId} href={routes.profile(profileId)}>
          {t('name', { number })}
        </TextLink>
      ))}
    </span>
  );
}

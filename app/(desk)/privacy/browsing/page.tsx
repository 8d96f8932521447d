import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { formatDecimal } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { listBrowsing } from '@/db/queries/privacy/list-browsing';
import { can } from '@/lib/identity/permissions';
import { DAYS_JUDGED_BY, FAR, MANY_MIN } from '@/lib/privacy/unusual-browsing';
import { PrivacyPlaces } from '../_components/privacy-places';
import { BrowsingItem } from './_components/browsing-item';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ which }, t] = await Promise.all([searchParams, getTranslations('privacy.browsing')]);
  return { title: which === 'all' ? `${t('title')}: ${t('answered')}` : t('title') };
}

/** Days on which somebody looked at unusually many people, answered for by somebody else. */
export default async function BrowsingPage({ searchParams }: Props) {
  const actor = await requireActor('privacy.read');
  const { which } = await searchParams;
  const isOpen = which !== 'all';
  const [t, locale, { rows, judgedTo }] = await Promise.all([
    getTranslations('privacy.browsing'),
    getLocale(),
    listBrowsing(actor, isOpen),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="browsing" actor={actor} />
      <TabLinks
        label={t('show')}
        tabs={[
          { href: routes.unusualLooks(), label: t('open'), current: isOpen },
          { href: routes.unusualLooks({ which: 'all' }), label: t('answered'), current: !isOpen },
        ]}
      />
      <Panel flush>
        {rows.length === 0 ? (
          <State kind="empty" title={t('none')}>
            {t('noneText')}
          </State>
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <BrowsingItem key={row.id} row={row} mayAnswer={can(actor, 'privacy.acknowledge')} />
            ))}
          </ul>
        )}
      </Panel>
      <p className="text-muted text-xs">
        {judgedTo ? `${t('judged', { day: judgedTo })} ` : ''}
        {t('method', { days: DAYS_JUDGED_BY, far: formatDecimal(locale, String(FAR), 1), least: MANY_MIN })}
      </p>
    </>
  );
}

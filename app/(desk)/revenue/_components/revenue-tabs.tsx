import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { TabLinks } from '@/components/ui/tabs';
import type { Actor } from '@/lib/identity/actor';
import { can, type Permission } from '@/lib/identity/permissions';

const TABS = [
  { key: 'accounts', href: routes.accounts(), permission: 'revenue.read' },
  { key: 'payments', href: routes.payments(), permission: 'revenue.collect' },
  { key: 'reconciliation', href: routes.reconciliation(), permission: 'revenue.measure' },
  { key: 'disputes', href: routes.disputes(), permission: 'consignment.read' },
  { key: 'measures', href: routes.revenue(), permission: 'revenue.measure' },
] as const satisfies readonly { key: string; href: string; permission: Permission }[];

export type RevenueTab = (typeof TABS)[number]['key'];

/** The pages on revenue that the actor may open; nothing where that is one alone. */
export async function RevenueTabs({ actor, current }: { actor: Actor; current: RevenueTab }) {
  const t = await getTranslations('collection.tabs');
  const tabs = TABS.filter(({ permission }) => can(actor, permission));
  if (tabs.length < 2) return null;
  return (
    <TabLinks
      label={t('label')}
      tabs={tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }))}
    />
  );
}

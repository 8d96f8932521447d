import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { TabLinks } from '@/components/ui/tabs';
import { countOpenBrowsing } from '@/db/queries/privacy/list-browsing';
import { countLegalHolds } from '@/db/queries/privacy/list-legal-holds';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';

type Place = 'overview' | 'holds' | 'register' | 'looks' | 'browsing' | 'access';

/** The parts of privacy, with how many holds are in force and how many days wait for an answer. */
export async function PrivacyPlaces({ current, actor }: { current: Place; actor: Actor }) {
  const [t, holds, browsing] = await Promise.all([
    getTranslations('privacy.places'),
    countLegalHolds(actor),
    countOpenBrowsing(actor),
  ]);
  const places = [
    { place: 'overview', href: routes.privacy() },
    { place: 'holds', href: routes.legalHolds(), count: holds },
    { place: 'register', href: routes.columnRegister() },
    { place: 'looks', href: routes.personalLooks() },
    { place: 'browsing', href: routes.unusualLooks(), count: browsing },
    ...(can(actor, 'privacy.answer') ? [{ place: 'access', href: routes.personRequests() } as const] : []),
  ] as const;
  return (
    <TabLinks
      label={t('label')}
      tabs={places.map(({ place, href, ...rest }) => ({ href, label: t(place), current: place === current, ...rest }))}
    />
  );
}

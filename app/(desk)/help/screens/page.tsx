import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { SCREENS } from '@/lib/help/screens';
import { can } from '@/lib/identity/permissions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.screens'))('title') };
}

/** What each screen of the reader's is for, how one works with it, and the provision it rests on. */
export default async function ScreensHelpPage() {
  const actor = await requireActor('identity.self');
  const [t, tScreen] = await Promise.all([getTranslations('help.screens'), getTranslations('help.screen')]);
  const own = SCREENS.filter(({ permission }) => can(actor, permission));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: routes.help(), label: t('back') }} />
      {own.map(({ key, source }) => (
        <Panel key={key} id={key} title={tScreen(`${key}.title`)} className="scroll-mt-16 target:border-accent">
          <p className="max-w-prose text-sm">{tScreen(`${key}.text`)}</p>
          <p className="mt-1 text-muted text-xs">
            {source ? (
              <>
                {t('source')} <span translate="no">{source}</span>
              </>
            ) : (
              t('noSource')
            )}
          </p>
        </Panel>
      ))}
    </>
  );
}

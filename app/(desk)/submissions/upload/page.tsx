import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { listLayouts } from '@/db/queries/intake/list-layouts';
import { SavedMappings } from './_components/saved-mappings';
import { UploadForm } from './_components/upload-form';
import { XmlFormats } from './_components/xml-formats';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('submissions'))('uploadPage.title') };
}

export default async function UploadPage() {
  const actor = await requireActor('intake.submit');
  const [t, layouts] = await Promise.all([getTranslations('submissions'), listLayouts(actor)]);
  return (
    <>
      <PageHeader
        title={t('uploadPage.title')}
        lead={t('uploadPage.lead')}
        back={{ href: routes.submissions(), label: t('detail.back') }}
      />
      <div className="flex max-w-5xl flex-col gap-4">
        <UploadForm submissionsHref={routes.submissions()} />
        <Panel
          title={t('uploadPage.columns')}
          description={t('uploadPage.columnsText')}
          actions={
            <>
              <ButtonLink href={routes.helpRecord()}>{t('uploadPage.rules')}</ButtonLink>
              <ButtonLink href={routes.template()} download icon={<Download className="size-4" aria-hidden="true" />}>
                {t('guide.template')}
              </ButtonLink>
            </>
          }
        >
          {null}
        </Panel>
        <SavedMappings rows={layouts} isOwn={actor.partnerId !== null} />
        <XmlFormats />
      </div>
    </>
  );
}

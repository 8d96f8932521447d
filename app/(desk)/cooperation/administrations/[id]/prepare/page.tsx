import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PrepareForm } from '@/components/cooperation/prepare-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { getCounterpart } from '@/db/queries/cooperation/list-counterparts';
import { listShareable } from '@/db/queries/cooperation/shareable';
import { preparePackageAction } from '../../../actions';
import { monthsBefore } from '../../../months';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('cooperation.prepare');
  const { name } = await orNotFound(getCounterpart(actor, (await params).id));
  return { title: (await getTranslations('cooperation.prepare'))('titleFor', { name }) };
}

const monthsUntilNow = () => monthsBefore(new Date());

/** A package being prepared for one administration. */
export default async function PreparePackagePage({ params }: Props) {
  const actor = await requireActor('cooperation.prepare');
  const { id } = await params;
  const [t, { name, code }, shareable] = await Promise.all([
    getTranslations('cooperation.prepare'),
    orNotFound(getCounterpart(actor, id)),
    listShareable(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.counterpart(id), label: <span translate="no">{`${code} – ${name}`}</span> }}
      />
      <Panel>
        <PrepareForm counterpartId={id} {...shareable} months={monthsUntilNow()} action={preparePackageAction} />
      </Panel>
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { PageHeader } from '@/components/shell/page-header';
import { getCapacity } from '@/db/queries/capacity/get-capacity';
import { previewCapacity } from '@/db/queries/capacity/preview-capacity';
import { getTogetherLimits } from '@/db/queries/clearance/together-limits';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { can } from '@/lib/identity/permissions';
import { AroundPanel } from './_components/around-panel';
import { ChangePanel } from './_components/change-panel';
import { OfficeAndDay } from './_components/office-and-day';
import { TogetherPanel } from './_components/together-panel';
import { AheadPanel, UsePanel } from './_components/use-panels';
import { type CapacityParams, capacityAsked } from './search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('capacity'))('title') };
}

/** The slots of an office and day: who holds them, where the line is drawn, and what would move if they changed. */
export default async function CapacityPage({ searchParams }: { searchParams: Promise<CapacityParams> }) {
  const actor = await requireActor('capacity.read');
  const asked = capacityAsked(await searchParams);
  const [t, capacity] = await Promise.all([getTranslations('capacity'), orNotFound(getCapacity(actor, asked))]);
  const { officeId, day, today } = capacity;
  const [limits, money] = await orNotFound(Promise.all([getTogetherLimits(actor, officeId), getCurrency()]));
  const preview =
    asked.wished && day >= today
      ? await orNotFound(previewCapacity(actor, { officeId, day, scope: asked.scope, slots: asked.wished }))
      : null;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OfficeAndDay capacity={capacity} />
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[62rem]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <UsePanel capacity={capacity} />
            <AroundPanel {...capacity} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {can(actor, 'capacity.set') ? (
              <ChangePanel capacity={capacity} scope={asked.scope} wished={asked.wished} preview={preview} />
            ) : null}
            <AheadPanel capacity={capacity} />
            <TogetherPanel
              officeId={officeId}
              limits={limits}
              money={money}
              maySet={can(actor, 'clearance.limit_together')}
            />
          </div>
        </div>
      </div>
    </>
  );
}

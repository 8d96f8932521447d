import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { findToHold } from '@/db/queries/privacy/find-to-hold';
import { listLegalHolds } from '@/db/queries/privacy/list-legal-holds';
import { can } from '@/lib/identity/permissions';
import { PrivacyPlaces } from '../_components/privacy-places';
import { FindToHold } from './_components/find-to-hold';
import { HoldTable } from './_components/hold-table';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy.holds'))('title') };
}

/** What must not be erased, by whom and why, and a way to place more. */
export default async function LegalHoldsPage({ searchParams }: Props) {
  const actor = await requireActor('privacy.read');
  const { reference } = await searchParams;
  const wanted = typeof reference === 'string' ? reference : '';
  const mayHold = can(actor, 'privacy.hold');
  const [t, rows, found] = await Promise.all([
    getTranslations('privacy.holds'),
    listLegalHolds(actor),
    mayHold && wanted !== '' ? findToHold(actor, wanted) : null,
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="holds" actor={actor} />
      {mayHold ? <FindToHold wanted={wanted} found={found} /> : null}
      <Panel flush>
        <HoldTable rows={rows} mayLift={mayHold} />
      </Panel>
    </>
  );
}

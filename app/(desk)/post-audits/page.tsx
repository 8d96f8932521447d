import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { AUDITS_SHOWN, listAudits } from '@/db/queries/post-audit/list-audits';
import { can } from '@/lib/identity/permissions';
import { DAY_MS, dayOf } from '@/lib/kernel/dates';
import { askedAt } from '../statistics/_components/asked-at';
import { ClosedAudits } from './_components/closed-audits';
import { DrawForm } from './_components/draw-form';
import { OpenAudits } from './_components/open-audits';

/** Days whose releases a draw is made from, as it is offered. */
const DAYS_OFFERED = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postAudit'))('title') };
}

/** What is audited after its release in the office one works in, and what was found; supervisors draw. */
export default async function PostAuditsPage() {
  const actor = await requireActor('clearance.post_audit');
  const { offices } = await requireSignedIn();
  const office = offices.find(({ id }) => id === actor.officeId);
  if (!office) notFound();
  const now = askedAt();
  const [t, audits] = await Promise.all([getTranslations('postAudit'), listAudits(actor, office.id, now)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <OpenAudits audits={audits.open} office={office.name} most={AUDITS_SHOWN} now={now.toISOString()} />
      {can(actor, 'clearance.draw_audits') ? (
        <DrawForm
          officeId={office.id}
          office={office.name}
          from={dayOf(new Date(now.getTime() - DAYS_OFFERED * DAY_MS))}
          to={dayOf(now)}
        />
      ) : null}
      <ClosedAudits audits={audits.closed} />
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { PrintButton } from '@/components/ui/print-button';
import { getNotice } from '@/db/queries/clearance/get-notice';
import type { Actor } from '@/lib/identity/actor';
import { Addressee } from './_components/addressee';
import { Letter } from './_components/letter';

type PageProps = { params: Promise<{ id: string; decisionId: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string, decisionId: string) => orNotFound(getNotice(actor, id, decisionId)));

async function titled(actor: Actor, { params }: PageProps) {
  const { id, decisionId } = await params;
  const [detail, t, tKind] = await Promise.all([
    find(actor, id, decisionId),
    getTranslations('notice'),
    getTranslations('clearance.decisionKind'),
  ]);
  const title = t('title', { kind: tKind(detail.notice.kind), reference: detail.reference });
  return { id, detail, t, title };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const actor = await requireActor('consignment.read');
  return { title: (await titled(actor, props)).title };
}

/** What the recipient is told of a decision: reason, legal ground, remedy and deadline, as a letter to print. */
export default async function NoticePage(props: PageProps) {
  const actor = await requireActor('consignment.read');
  const { id, detail, t, title } = await titled(actor, props);
  const { firmFrom } = detail.notice;
  return (
    <div className="flex flex-col gap-4">
      <div data-print="hide" className="flex flex-col gap-4">
        <PageHeader
          title={title}
          back={{ href: routes.consignment(id), label: t('back') }}
          actions={<PrintButton label={t('print')} />}
        />
        {firmFrom ? (
          <Callout tone="warning">{t.rich('notFirm', { at: () => <DateTime at={firmFrom} /> })}</Callout>
        ) : null}
      </div>
      <Letter detail={detail} addressee={<Addressee consignmentId={id} masked={detail.recipient} />} />
    </div>
  );
}

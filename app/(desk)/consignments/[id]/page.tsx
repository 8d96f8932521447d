import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { orSecondLook } from '@/app/_server/or-second-look';
import { routes } from '@/app/_server/routes';
import { wayBack } from '@/app/_server/way-back';
import { ChargesPanel } from '@/components/consignment/charges-panel';
import { DeclaredPanel } from '@/components/consignment/declared-panel';
import { FieldLights } from '@/components/consignment/field-lights';
import { GoodsTable } from '@/components/consignment/goods-table';
import { MatchesPanel } from '@/components/consignment/matches-panel';
import { PartiesPanel } from '@/components/consignment/parties-panel';
import { ProfileHits } from '@/components/consignment/profile-hits';
import { UnitValuesPanel } from '@/components/consignment/unit-values-panel';
import { Verdict } from '@/components/consignment/verdict';
import { WithdrawnCallout } from '@/components/consignment/withdrawn-callout';
import { markViewed } from '@/db/commands/consignment/mark-viewed';
import { listAgencies } from '@/db/queries/agency/list-agencies';
import { listOfficers } from '@/db/queries/clearance/list-officers';
import { listTransferOffices } from '@/db/queries/clearance/list-transfer-offices';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { getUnitValues } from '@/db/queries/consignment/get-unit-values';
import { listAttachments } from '@/db/queries/consignment/list-attachments';
import { chancesOfConsignment } from '@/db/queries/model/chance-of';
import { getLadder } from '@/db/queries/model/get-ladder';
import { getAudit } from '@/db/queries/post-audit/get-audit';
import { privacyOfConsignment } from '@/db/queries/privacy/privacy-of-consignment';
import { hitsOfConsignment } from '@/db/queries/profile/hits-of';
import { matchesOfConsignment } from '@/db/queries/screening/matches-of';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { AuditPanel } from './_components/audit-panel';
import { BesideCharges } from './_components/beside-charges';
import { ClockPanel } from './_components/clock-panel';
import { Desk } from './_components/desk';
import { deskSubject } from './_components/desk-subject';
import { Header } from './_components/header';
import { ModelChance } from './_components/model-chance';
import { NoChance } from './_components/no-chance';
import { PicturesPanel } from './_components/pictures-panel';
import { PrivacyCallouts } from './_components/privacy-callouts';
import { Proceedings } from './_components/proceedings';
import { QueueWay } from './_components/queue-way';
import { RevealDialog } from './_components/reveal-dialog';
import { Timeline } from './_components/timeline';
import { UnpaidCallout } from './_components/unpaid-callout';
import { modeOf } from './_components/verbs';
import { VersionsPanel } from './_components/versions-panel';
import { dismissMatchAction } from './actions';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orSecondLook(actor, id, getConsignment(actor, id)));

export async function generateMetadata({ params }: Pick<PageProps, 'params'>): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([requireActor('consignment.read'), params]);
  return { title: (await find(actor, id)).row.reference };
}

/** Opens the consignment and notes the look; one of another office does not exist. */
async function open(actor: Actor, id: string): Promise<{ detail: ConsignmentDetail; now: string }> {
  const detail = await find(actor, id);
  await orNotFound(markViewed(actor, { consignmentId: id, rowVersion: detail.row.rowVersion }));
  return { detail, now: new Date().toISOString() };
}

export default async function ConsignmentPage({ params, searchParams }: PageProps) {
  const actor = await requireActor('consignment.read');
  const [{ id }, { act, from }, t] = await Promise.all([params, searchParams, getTranslations('consignment')]);
  const readsModels = can(actor, 'model.read');
  const [
    { detail, now },
    attachments,
    hits,
    matches,
    unitValues,
    [chance],
    [shadow],
    agencies,
    offices,
    audit,
    officers,
    privacy,
  ] = await orNotFound(
    Promise.all([
      open(actor, id),
      listAttachments(actor, id),
      hitsOfConsignment(actor, id),
      matchesOfConsignment(actor, id),
      getUnitValues(actor, id),
      chancesOfConsignment(actor, id, 'active'),
      readsModels ? chancesOfConsignment(actor, id, 'shadow') : [],
      can(actor, 'clearance.hold') ? listAgencies(actor) : [],
      can(actor, 'clearance.transfer') ? listTransferOffices(actor) : [],
      getAudit(actor, id),
      can(actor, 'clearance.reassign') ? listOfficers(actor) : [],
      privacyOfConsignment(actor, id),
    ]),
  );
  const ladder = readsModels && !chance ? await getLadder(actor) : null;
  const openMatches = matches.filter(({ dismissal }) => dismissal === null).length;
  const subject = deskSubject(detail, actor, agencies, offices, openMatches, officers);
  const worksHere = can(actor, 'clearance.queue');
  const mayAudit = can(actor, 'clearance.post_audit');
  const [assessment] = detail.assessments;
  const grounds = new Set(assessment?.indicators.flatMap(({ pointers }) => pointers));
  const opener = wayBack(from);
  const list = opener?.list === 'queue' ? null : opener;
  return (
    <FieldLights>
      <div className="flex flex-col gap-4">
        <Header
          detail={detail}
          back={list ? { href: list.href, label: t(`back.${list.list}`) } : undefined}
          way={worksHere && !list ? <QueueWay consignmentId={id} /> : null}
          now={now}
          isWorkedHere={worksHere}
        />
        {detail.unpaid ? <UnpaidCallout unpaid={detail.unpaid} readsAccounts={can(actor, 'revenue.read')} /> : null}
        {detail.withdrawn ? (
          <WithdrawnCallout
            withdrawal={detail.withdrawn}
            lead={t(`withdrawn.${detail.withdrawn.by}`)}
            text={t('withdrawn.text')}
          />
        ) : null}
        {/* By the room there is for text of this size, not by the width of the window. */}
        <div className="@container">
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[45rem]:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <Verdict detail={detail} hits={hits} />
              {matches.length > 0 ? (
                <MatchesPanel
                  consignmentId={id}
                  matches={matches}
                  dismiss={can(actor, 'screening.dismiss') ? dismissMatchAction : null}
                />
              ) : null}
              {hits.length > 0 ? (
                <ProfileHits
                  hits={hits}
                  partnerName={detail.row.partnerName}
                  hrefOf={can(actor, 'profile.read') ? (one) => routes.profile(one) : null}
                />
              ) : null}
              {chance ? (
                <ModelChance
                  view={chance}
                  shadow={shadow ?? null}
                  href={readsModels ? routes.model({ version: chance.modelVersion }) : null}
                />
              ) : null}
              {ladder ? <NoChance ladder={ladder} href={routes.model()} /> : null}
            </div>
            <aside
              aria-label={t('aside')}
              className="flex flex-col gap-4 @min-[45rem]:self-stretch @min-[61rem]:row-span-2"
            >
              {worksHere ? (
                <div className="@min-[61rem]:sticky @min-[61rem]:top-16 @min-[61rem]:max-h-[calc(100dvh-5rem)] @min-[61rem]:overflow-y-auto">
                  <Desk
                    key={id}
                    subject={subject}
                    initial={modeOf(typeof act === 'string' ? act : undefined, subject)}
                    now={now}
                  />
                </div>
              ) : null}
              {audit || (mayAudit && detail.row.status === 'released') ? (
                <AuditPanel subject={subject} audit={audit} mayAudit={mayAudit} />
              ) : null}
            </aside>
            <div className="flex min-w-0 flex-col gap-4 @min-[45rem]:@max-[61rem]:col-span-2">
              <GoodsTable detail={detail} grounds={grounds} />
              <PicturesPanel
                detail={detail}
                attachments={attachments}
                mayAttach={can(actor, 'consignment.attach') && detail.row.status !== 'withdrawn'}
                mayReveal={can(actor, 'consignment.reveal')}
                mayErase={can(actor, 'consignment.erase_attachment')}
              />
              <UnitValuesPanel values={unitValues} />
              <PartiesPanel
                detail={detail}
                grounds={grounds}
                reveal={can(actor, 'consignment.reveal') ? <RevealDialog consignmentId={id} /> : null}
                isErased={privacy.erasedAt !== null}
                linksHref={routes.consignmentLinks(id)}
              />
              <PrivacyCallouts
                privacy={privacy}
                consignmentId={id}
                reference={detail.row.reference}
                mayHold={can(actor, 'privacy.hold')}
              />
              <Proceedings detail={detail} attachments={attachments} now={now} />
              {assessment ? (
                <ChargesPanel
                  assessment={assessment}
                  corrected={detail.corrected}
                  exciseGoods={detail.exciseGoods}
                  beside={<BesideCharges beside={detail.beside} />}
                />
              ) : null}
              <DeclaredPanel detail={detail} grounds={grounds} helpHref={`${routes.helpRecord()}#columns`} />
              <VersionsPanel detail={detail} />
              <ClockPanel events={detail.events} receivedAt={detail.row.receivedAt} now={now} />
              <Timeline events={detail.events} />
            </div>
          </div>
        </div>
      </div>
    </FieldLights>
  );
}

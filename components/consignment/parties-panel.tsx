import { Waypoints } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FieldMark } from './field-mark';
import { ButtonLink } from '@/components/ui/button-link';
import { Absent } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { HistoryLine } from './history-line';

type PartiesPanelProps = {
  detail: ConsignmentDetail;
  grounds: ReadonlySet<string>;
  /** What shows the personal data, for a stated reason; null where the reader may not. */
  reveal: ReactNode;
  /** No law keeps them any longer. */
  isErased: boolean;
  /** What it shares with others; null where that is not shown. */
  linksHref: string | null;
};

/** Sender and recipient without their personal data, and what is known of each from other consignments. */
export function PartiesPanel({ detail, grounds, reveal, isErased, linksHref }: PartiesPanelProps) {
  const t = useTranslations('consignment.party');
  const tLinks = useTranslations('links');
  const { parties, history } = detail;
  return (
    <Panel
      id="parties"
      title={t('title')}
      actions={
        <>
          {linksHref ? (
            <ButtonLink size="sm" href={linksHref} icon={<Waypoints className="size-4" aria-hidden="true" />}>
              {tLinks('open')}
            </ButtonLink>
          ) : null}
          {isErased ? null : reveal}
        </>
      }
    >
      <div className="@container">
        <div className="grid gap-x-8 gap-y-4 @min-[28rem]:grid-cols-2">
          {(['sender', 'recipient'] as const).map((kind) => {
            const party = parties[kind];
            const mark = (field: string, value: string | null) => (
              <FieldMark pointer={`${kind}_${field}`} isGround={grounds.has(`${kind}_${field}`)}>
                {value === null ? t(isErased ? 'erased' : 'byNumber') : <bdi translate="no">{value}</bdi>}
              </FieldMark>
            );
            return (
              <section key={kind} className="min-w-0 text-sm">
                <h3>{t(kind)}</h3>
                <p>
                  {party ? (
                    <>
                      {mark('name', party.initial)}
                      {' · '}
                      {party.city ? <>{mark('city', party.city)}, </> : null}
                      {mark('country', party.country)}
                    </>
                  ) : (
                    <Absent label={t('unknown')} />
                  )}
                </p>
                <HistoryLine history={history[kind]} label={t(`${kind}History`)} />
                {kind === 'recipient' ? (
                  <FieldMark pointer="recipient_address" isGround={grounds.has('recipient_address')}>
                    <HistoryLine history={history.address} label={t('addressHistory')} />
                  </FieldMark>
                ) : null}
              </section>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

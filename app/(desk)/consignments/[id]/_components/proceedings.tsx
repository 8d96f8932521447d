import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { Appealed } from './appealed';
import { Decisions } from './decisions';
import { Entry } from './entry';
import { ExtraCharges } from './extra-charges';
import { Holds } from './holds';
import { InCustody } from './in-custody';
import { StatedDuties } from './stated-duties';
import { Thread } from './thread';

type ProceedingsProps = {
  detail: ConsignmentDetail;
  attachments: readonly AttachmentDetail[];
  now: string;
};

/** Holds, questions, examinations, stated duties and decisions; an empty kind takes no room. */
export function Proceedings({ detail, attachments, now }: ProceedingsProps) {
  const t = useTranslations('consignment.proceedings');
  const tClearance = useTranslations('clearance');
  const { holds, referrals, examinations, decisions } = detail;
  const hasExcise = detail.exciseGoods.length > 0;
  return (
    <>
      <Decisions consignmentId={detail.row.consignmentId} decisions={decisions} now={now} />
      <Appealed detail={detail} />
      <InCustody detail={detail} />
      {holds.length > 0 ? <Holds holds={holds} /> : null}
      {referrals.length > 0 ? <Thread detail={detail} attachments={attachments} now={now} /> : null}
      {examinations.length > 0 ? (
        <Panel title={t('examinations')} flush>
          <ul>
            {examinations.map((examination) => (
              <Entry
                key={examination.examinationId}
                title={tClearance(`examinationKind.${examination.kind}`)}
                marks={
                  <Badge tone={examination.resultCode ? 'neutral' : 'warning'}>
                    {examination.resultCode ? tClearance(`result.${examination.resultCode}`) : t('ordered')}
                  </Badge>
                }
                byName={examination.recordedByName ?? examination.orderedByName}
                at={examination.recordedAt ?? examination.orderedAt}
                words={[examination.instruction, examination.finding]}
              >
                {examination.corrections.length > 0 ? (
                  <ul className="mt-1 text-muted">
                    {examination.corrections.map((one) => (
                      <li key={`${one.itemNumber} ${one.field}`}>
                        {t('correction', {
                          item: one.itemNumber,
                          field: tClearance(`correctionField.${one.field}`),
                        })}{' '}
                        <del>
                          <bdi translate="no">{one.declared ?? '–'}</bdi>
                        </del>{' '}
                        <span aria-hidden="true">→</span>{' '}
                        <ins className="font-semibold text-ink no-underline">
                          <bdi translate="no">{one.corrected}</bdi>
                        </ins>
                      </li>
                    ))}
                  </ul>
                ) : null}
                {examination.recordedAt && examination.corrections.length > 0 ? (
                  <ExtraCharges of="correction" value={examination.extraCharges} hasExcise={hasExcise} />
                ) : null}
              </Entry>
            ))}
          </ul>
        </Panel>
      ) : null}
      <StatedDuties duties={detail.statedDuties} hasExcise={hasExcise} />
    </>
  );
}

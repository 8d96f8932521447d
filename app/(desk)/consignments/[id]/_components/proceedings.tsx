import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { referralAges } from '@/lib/clearance/time-release';
import { Appealed } from './appealed';
import { Decisions } from './decisions';
import { Entry } from './entry';
import { ExtraCharges } from './extra-charges';
import { Holds } from './holds';
import { InCustody } from './in-custody';
import { StatedDuties } from './stated-duties';

type ProceedingsProps = { detail: ConsignmentDetail; now: string };

/** Holds, questions, examinations, stated duties and decisions; an empty kind takes no room. */
export function Proceedings({ detail, now }: ProceedingsProps) {
  const t = useTranslations('consignment.proceedings');
  const tClearance = useTranslations('clearance');
  const duration = useDurationText();
  const { holds, referrals, examinations, decisions } = detail;
  const firstAskedMs = Math.min(...referrals.map(({ askedAt }) => Date.parse(askedAt)));
  const ages = referralAges(detail.events, firstAskedMs, Date.parse(now));
  const hasExcise = detail.exciseGoods.length > 0;
  return (
    <>
      <Decisions consignmentId={detail.row.consignmentId} decisions={decisions} now={now} />
      <Appealed detail={detail} />
      <InCustody detail={detail} />
      {holds.length > 0 ? <Holds holds={holds} /> : null}
      {referrals.length > 0 ? (
        <Panel
          title={t('referrals')}
          description={t('ages', { all: duration(ages.inAll), partner: duration(ages.withPartner) })}
          flush
        >
          <ul>
            {referrals.map((referral) => (
              <Entry
                key={referral.referralId}
                title={tClearance(`referralType.${referral.type}`)}
                marks={
                  <Badge tone={referral.answeredAt ? 'neutral' : referral.isOverdue ? 'danger' : 'warning'}>
                    {t(referral.answeredAt ? 'answered' : referral.isOverdue ? 'overdue' : 'open')}
                  </Badge>
                }
                byName={referral.askedByName}
                at={referral.askedAt}
                words={[referral.question]}
              >
                {referral.answeredAt ? (
                  <div className="mt-1 border-line-strong border-l-2 pl-3">
                    <p className="whitespace-pre-line">
                      <bdi translate="no">{referral.answer}</bdi>
                    </p>
                    <p className="text-muted text-xs">
                      <span translate="no">{referral.answeredByName}</span> · <DateTime at={referral.answeredAt} />
                    </p>
                  </div>
                ) : (
                  <p className="text-muted text-xs">
                    {t('due')} <DateTime at={referral.dueAt} />
                  </p>
                )}
              </Entry>
            ))}
          </ul>
        </Panel>
      ) : null}
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

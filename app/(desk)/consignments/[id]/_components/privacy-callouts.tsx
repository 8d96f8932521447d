import { useTranslations } from 'next-intl';
import { placeLegalHoldAction, liftLegalHoldAction } from '@/app/(desk)/privacy/actions';
import { LiftHold, PlaceHold } from '@/components/privacy/hold-acts';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentPrivacy } from '@/db/queries/privacy/privacy-of-consignment';

type PrivacyCalloutsProps = { privacy: ConsignmentPrivacy; consignmentId: string; reference: string; mayHold: boolean };

/** Whether the people of a consignment are erased, what keeps them from it, and what they say of the data. */
export function PrivacyCallouts({ privacy, consignmentId, reference, mayHold }: PrivacyCalloutsProps) {
  const t = useTranslations('privacy');
  const { erasedAt, holds, statements } = privacy;
  if (!mayHold && erasedAt === null && holds.length === 0 && statements.length === 0) return null;
  return (
    <Panel
      title={t('consignment.title')}
      actions={
        mayHold && erasedAt === null ? (
          <PlaceHold consignmentId={consignmentId} reference={reference} action={placeLegalHoldAction} />
        ) : undefined
      }
    >
      <div className="flex flex-col gap-2">
        {erasedAt ? (
          <Callout
            tone="info"
            title={
              <>
                {t('consignment.erased')} · <DateTime at={erasedAt} />
              </>
            }
          >
            {t('consignment.erasedText')}
          </Callout>
        ) : null}
        {holds.map((hold) => (
          <Callout
            key={hold.holdId}
            tone="warning"
            title={`${t('consignment.held')}: ${t(`holds.subjects.${hold.subject}`)}`}
            actions={
              mayHold && hold.known && !hold.isOwn ? (
                <LiftHold holdId={hold.holdId} reference={reference} action={liftLegalHoldAction} />
              ) : undefined
            }
          >
            {hold.known ? (
              <>
                <bdi translate="no">{hold.known.reason}</bdi> · <bdi translate="no">{hold.known.placedByName}</bdi>,{' '}
              </>
            ) : null}
            <DateTime at={hold.placedAt} />
            {hold.isElsewhere ? ` · ${t('consignment.elsewhere')}` : ''}
          </Callout>
        ))}
        {statements.map(({ statementId, kind, cameOn, words }) => (
          <Callout key={statementId} tone="info" title={t(`consignment.statement.${kind}`)}>
            <p className="whitespace-pre-line">
              <bdi translate="no">{words}</bdi>
            </p>
            <p className="text-muted text-xs">
              {t('consignment.came')} <DateTime at={`${cameOn}T00:00:00Z`} show="date" />
            </p>
          </Callout>
        ))}
      </div>
    </Panel>
  );
}

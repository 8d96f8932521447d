import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import type { WithdrawalDetail } from '@/db/queries/consignment/last-withdrawal';

type WithdrawnCalloutProps = {
  withdrawal: WithdrawalDetail;
  /** Who withdrew it, up to the date. */
  lead: string;
  /** What it means for who looks. */
  text: string;
};

/** A withdrawn consignment, calmly: by whom, when, why, and what follows. */
export function WithdrawnCallout({ withdrawal, lead, text }: WithdrawnCalloutProps) {
  return (
    <Callout
      tone="info"
      title={
        <>
          {lead} <DateTime at={withdrawal.at} />
          {withdrawal.reason ? (
            <>
              {' — '}
              <bdi translate="no">{withdrawal.reason}</bdi>
            </>
          ) : null}
        </>
      }
    >
      {text}
    </Callout>
  );
}

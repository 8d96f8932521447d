import { getTranslations } from 'next-intl/server';
import { KeepTotp, SetUpTotp } from '@/components/identity/totp-panel';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { env } from '@/db/env';
import { getOwnTotp } from '@/db/queries/identity/get-own-totp';
import type { Actor } from '@/lib/identity/actor';
import { beginTotpAction, disableTotpAction, finishTotpAction, renewRecoveryCodesAction } from '../actions';

/** The person's second factor: how it is set up, or since when there is one and what can be done with it. */
export async function TotpPanel({ actor }: { actor: Actor }) {
  const [t, totp] = await Promise.all([getTranslations('identity.totp'), getOwnTotp(actor)]);
  return (
    <Panel title={t('title')} description={t('lead')}>
      {totp ? (
        <div className="flex flex-col gap-4">
          <DescriptionList
            items={[
              { term: t('since'), value: <DateTime at={totp.enrolledAt} /> },
              { term: t('codesLeft'), value: <Count value={totp.recoveryCodesLeft} /> },
            ]}
          />
          <KeepTotp
            isDemanded={(env().totpRoles as readonly string[]).includes(actor.role)}
            renewAction={renewRecoveryCodesAction}
            disableAction={disableTotpAction}
          />
        </div>
      ) : (
        <SetUpTotp beginAction={beginTotpAction} finishAction={finishTotpAction} />
      )}
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { UserDetail } from '@/db/queries/identity/get-user';
import { StandingDialog } from '../../../_components/standing-dialog';
import { disableUserAction, enableUserAction, endUserSessionsAction, resetTotpAction } from '../../actions';

/** Closes or opens an account and ends its sessions, each with the reason. */
export function UserStanding({
  user,
}: {
  user: Pick<UserDetail, 'id' | 'name' | 'disabledAt' | 'openSessions' | 'hasTotp'>;
}) {
  const t = useTranslations('admin.user');
  const { id, name } = user;
  return (
    <>
      {user.openSessions > 0 ? (
        <ReasonDialog
          trigger={<Button>{t('end')}</Button>}
          title={t('endTitle', { name })}
          description={t('endText')}
          submit={t('end')}
          done={t('endDone')}
          action={endUserSessionsAction}
          fields={{ userId: id }}
        />
      ) : null}
      {user.hasTotp ? (
        <ReasonDialog
          trigger={<Button>{t('totp.reset')}</Button>}
          title={t('totp.resetTitle', { name })}
          description={t('totp.resetText')}
          submit={t('totp.reset')}
          done={t('totp.resetDone')}
          action={resetTotpAction}
          fields={{ userId: id }}
        />
      ) : null}
      <StandingDialog
        kind="user"
        name={name}
        isInUse={user.disabledAt === null}
        disable={disableUserAction}
        enable={enableUserAction}
        fields={{ userId: id }}
      />
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';

export type RevokeAction = (previous: ActionState, input: FormData) => Promise<ActionState>;

/** Makes one key worthless, with the reason. */
export function RevokeKey({ id, prefix, action }: { id: string; prefix: string; action: RevokeAction }) {
  const t = useTranslations('admin.partner');
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" aria-label={`${t('revoke')}: ${prefix}`}>
          {t('revoke')}
        </Button>
      }
      title={t('revokeTitle', { prefix })}
      description={t('revokeText')}
      submit={t('revoke')}
      done={t('revoked')}
      action={action}
      fields={{ keyId: id }}
      isDanger
    />
  );
}

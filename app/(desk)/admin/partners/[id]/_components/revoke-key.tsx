'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { revokeKeyAction } from '../../actions';

/** Makes one key worthless, with the reason. */
export function RevokeKey({ id, prefix }: { id: string; prefix: string }) {
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
      action={revokeKeyAction}
      fields={{ keyId: id }}
      isDanger
    />
  );
}

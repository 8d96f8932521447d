'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { disablePartnerAction, enablePartnerAction } from '../../actions';

type PartnerStandingProps = { partner: { id: string; name: string; isInUse: boolean } };

/** Shuts a partner out or lets it in again, with the reason. */
export function PartnerStanding({ partner: { id, name, isInUse } }: PartnerStandingProps) {
  const t = useTranslations('admin.partner');
  return isInUse ? (
    <ReasonDialog
      trigger={<Button variant="danger">{t('disable')}</Button>}
      title={t('disableTitle', { name })}
      description={t('disableText')}
      submit={t('disable')}
      done={t('disabledDone')}
      action={disablePartnerAction}
      fields={{ partnerId: id }}
      isDanger
    />
  ) : (
    <ReasonDialog
      trigger={<Button variant="primary">{t('enable')}</Button>}
      title={t('enableTitle', { name })}
      description={t('enableText')}
      submit={t('enable')}
      done={t('enabledDone')}
      action={enablePartnerAction}
      fields={{ partnerId: id }}
    />
  );
}

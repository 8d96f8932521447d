'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { disableSubscriptionAction, enableSubscriptionAction } from '../../actions';

type SubscriptionUseProps = { subscriptionId: string; url: string; isInUse: boolean };

/** Switches an address off or on again, with the reason. */
export function SubscriptionUse({ subscriptionId, url, isInUse }: SubscriptionUseProps) {
  const t = useTranslations('webhooks');
  return isInUse ? (
    <ReasonDialog
      trigger={<Button variant="danger">{t('disable')}</Button>}
      title={t('disableTitle')}
      description={t('disableText', { url })}
      submit={t('disable')}
      done={t('disabledDone')}
      action={disableSubscriptionAction}
      fields={{ subscriptionId }}
      isDanger
    />
  ) : (
    <ReasonDialog
      trigger={<Button variant="primary">{t('enable')}</Button>}
      title={t('enableTitle')}
      description={t('enableText', { url })}
      submit={t('enable')}
      done={t('enabledDone')}
      action={enableSubscriptionAction}
      fields={{ subscriptionId }}
    />
  );
}

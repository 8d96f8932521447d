'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { FaultPage } from '@/components/shell/fault-page';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';

/** Shown instead of a page that failed. The digest is the reference under which the server logged the cause. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.fault');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <FaultPage title={t('title')} reference={digest} referenceLabel={t('reference')}>
      <p>{t('saved')}</p>
      <p>{t('whatToDo')}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </div>
    </FaultPage>
  );
}

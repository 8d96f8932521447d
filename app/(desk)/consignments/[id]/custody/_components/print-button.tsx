'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Prints the page: the record alone is on the paper. */
export function PrintButton() {
  const t = useTranslations('consignment.custody');
  return <Button onClick={() => window.print()}>{t('print')}</Button>;
}

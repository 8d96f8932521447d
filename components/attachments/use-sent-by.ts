import { useTranslations } from 'next-intl';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';

/** Says which side a file came from and, where it is told, from whom. */
export function useSentBy(): (file: Pick<AttachmentDetail, 'sentFrom' | 'sentByName'>) => string {
  const t = useTranslations('attachments');
  return ({ sentFrom, sentByName }) => {
    const from = t(`from.${sentFrom}`);
    return sentByName === null ? from : t('pictures.sent', { from, name: sentByName });
  };
}

import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import type { RefusedKey } from '@/db/queries/intake/next-refused';

type WaitingRecordProps = {
  /** The record that waits to be mended. */
  waiting: RefusedKey | null;
  /** Whether nothing sent under the reference was ever taken. */
  isOnly: boolean;
};

/** Says that what was sent under a reference was refused, and leads to where it is mended. */
export function WaitingRecord({ waiting, isOnly }: WaitingRecordProps) {
  const t = useTranslations('tracking');
  if (!waiting && !isOnly) return null;
  const of = isOnly ? 'refusedOnly' : 'refusedNewer';
  return (
    <Callout
      tone="warning"
      title={t(of)}
      actions={
        waiting ? (
          <ButtonLink href={routes.refusedRecord(waiting.submissionId, waiting.recordNumber)}>{t('mend')}</ButtonLink>
        ) : undefined
      }
    >
      {t(`${of}Text`)}
    </Callout>
  );
}

import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { Reading } from '@/db/queries/intake/get-reading';

type ReadingNoteProps = { reading: Reading; submissionId: string; mayMap: boolean };

/** By which mapping a file was read, or that saying what its columns are would let it be read. */
export function ReadingNote({ reading, submissionId, mayMap }: ReadingNoteProps) {
  const t = useTranslations('submissions.reading');
  const { layout, readsAgain, readAs, isMappable } = reading;
  if (isMappable) {
    return (
      <Callout
        tone="info"
        title={t(readAs ? 'readTitle' : 'offer')}
        actions={
          mayMap ? (
            <ButtonLink variant={readAs ? undefined : 'primary'} href={routes.submissionColumns(submissionId)}>
              {t(readAs ? 'change' : 'map')}
            </ButtonLink>
          ) : null
        }
      >
        {readAs ? <TextLink href={routes.submission(readAs)}>{t('readAs')}</TextLink> : t('offerText')}
      </Callout>
    );
  }
  if (!layout) return null;
  return (
    <Callout tone="info" title={t('readBy', { edition: layout.edition })}>
      <span className="flex flex-wrap gap-x-4">
        {mayMap ? <TextLink href={routes.submissionColumns(layout.submissionId)}>{t('see')}</TextLink> : null}
        {readsAgain ? <TextLink href={routes.submission(readsAgain)}>{t('readsAgain')}</TextLink> : null}
      </span>
    </Callout>
  );
}

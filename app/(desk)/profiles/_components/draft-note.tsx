import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import type { DraftWriter } from '@/db/queries/profile/draft-writers';

/** Says who else writes at the draft, since when, and when they saved last. */
export function DraftNote({ writers, mayWrite }: { writers: readonly DraftWriter[]; mayWrite: boolean }) {
  const t = useTranslations('profile.draftOf');
  return (
    <Callout tone="info" title={t('title')}>
      <ul className="flex flex-col gap-1">
        {writers.map(({ id, name, since, savedAt }) => (
          <li key={id}>
            {t.rich('writer', {
              name: () => <bdi translate="no">{name}</bdi>,
              since: () => <DateTime at={since} />,
              saved: () => <DateTime at={savedAt} />,
            })}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t(mayWrite ? 'together' : 'waits')}</p>
    </Callout>
  );
}

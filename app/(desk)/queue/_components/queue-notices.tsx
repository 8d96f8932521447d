'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { OfficeName } from '@/db/queries/identity/find-session';
import type { FoundChanges, QueueOnScreen } from './use-queue-changes';

type QueueNoticesProps = { found: FoundChanges; screen: QueueOnScreen; offices: readonly OfficeName[] };

/** That the person works in another office by now than the one whose rows are shown. */
export function QueueNotices({ found, screen, offices }: QueueNoticesProps) {
  const t = useTranslations('queue');
  const router = useRouter();
  const { workOfficeId } = found;
  const { officeId, query } = screen;
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.name ?? id;
  const name = (parts: React.ReactNode) => <bdi translate="no">{parts}</bdi>;
  // An address that names no office shows the one of the session: it need only be read anew.
  const toWork = () => {
    if (query.office) router.push(routes.queue({ ...query, office: null }));
    else router.refresh();
  };
  return (
    <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
      {workOfficeId && workOfficeId !== officeId ? (
        <Callout
          tone="info"
          actions={
            <Button size="sm" onClick={toWork}>
              {t('toWork', { office: nameOf(workOfficeId) })}
            </Button>
          }
        >
          {t.rich('elsewhere', { name, work: nameOf(workOfficeId), shown: nameOf(officeId) })}
        </Callout>
      ) : null}
    </div>
  );
}

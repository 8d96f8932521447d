'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { routes } from '@/app/_server/routes';
import type { ShellAction } from '@/components/shell/shell-types';
import { Button } from '@/components/ui/button';
import { waitingValues } from '@/lib/clearance/waiting';

export type OfficeWithWork = { readonly id: string; readonly name: string; readonly waiting: number };
type OtherOfficesProps = { offices: readonly OfficeWithWork[]; action: ShellAction };

/** The person's other offices where something waits; choosing one changes the office of the session and shows its queue. */
export function OtherOffices({ offices, action }: OtherOfficesProps) {
  const t = useTranslations('queue.empty');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const change = (officeId: string) => {
    const form = new FormData();
    form.set('officeId', officeId);
    startTransition(async () => {
      await action(form);
      router.push(routes.queue());
    });
  };
  return (
    <ul aria-label={t('otherOffices')} className="flex flex-wrap justify-center gap-2">
      {offices.map(({ id, name, waiting }) => (
        <li key={id}>
          <Button pending={pending} onClick={() => change(id)}>
            <span translate="no">{name}</span>
            <span className="text-muted">{t('waiting', waitingValues(waiting))}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

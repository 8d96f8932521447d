'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useShortcuts } from '@/components/shell/shortcuts';
import { ButtonLink } from '@/components/ui/button-link';

/** The way to the record that waits next in the list one came by. Nothing is fetched ahead: the look of staff is noted. */
export function NextRefused({ href, text, group }: { href: string; text: string; group: string }) {
  const router = useRouter();
  useShortcuts([{ keys: 'n', text, run: () => router.push(href as Route), group }]);
  return (
    <ButtonLink prefetch={false} href={href} kbd="n">
      {text}
    </ButtonLink>
  );
}

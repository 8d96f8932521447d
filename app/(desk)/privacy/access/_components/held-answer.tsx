'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { HeldData } from '@/lib/privacy/held';
import { HeldConsignmentItem } from './held-consignment';

/** Hands the browser a file made of what the page holds already: nothing is asked for again, and nothing noted twice. */
function save(name: string, held: HeldData): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** What is held of a person, consignment by consignment, and the same as a file. */
export function HeldAnswer({ held }: { held: HeldData }) {
  const t = useTranslations('privacy.access');
  return (
    <Panel
      title={<span aria-live="polite">{t('found', { count: held.consignments.length })}</span>}
      description={held.isCut ? t('cut') : undefined}
      actions={
        held.consignments.length > 0 ? (
          <Button onClick={() => save(`held-data-${held.requestId}.json`, held)}>{t('download')}</Button>
        ) : undefined
      }
      flush
    >
      <ul className="divide-y divide-line">
        {held.consignments.map((one) => (
          <HeldConsignmentItem key={`${one.consignmentId} ${one.standsAs}`} held={one} />
        ))}
      </ul>
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Panel } from '@/components/ui/panel';
import type { HeldData } from '@/lib/privacy/held';
import { HeldConsignmentItem } from './held-consignment';

/** What is held of a person, consignment by consignment, and the same as a file. */
export function HeldAnswer({ held }: { held: HeldData }) {
  const t = useTranslations('privacy.access');
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [held]);
  return (
    <Panel
      title={<span aria-live="polite">{t('found', { count: held.consignments.length })}</span>}
      description={held.isCut ? t('cut') : undefined}
      actions={
        held.consignments.length > 0 ? (
          <a
            href={address}
            download={`held-data-${held.requestId}.json`}
            className="inline-flex h-control items-center rounded-md border border-line-strong px-3 text-sm hover:bg-hover"
          >
            {t('download')}
          </a>
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

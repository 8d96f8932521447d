'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { AmountText } from '@/components/ui/money';
import type { Unusual } from '@/lib/clearance/unusual-release';

type UnusualCardProps = {
  unusual: readonly Unusual[];
  onGoOn: () => void;
  onBack: () => void;
  pending: boolean;
};

/** Stops the officer once before an unusual release: what is out of the ordinary, and two ways on. The form behind keeps what was typed. */
export function UnusualCard({ unusual, onGoOn, onBack, pending }: UnusualCardProps) {
  const t = useTranslations('consignment.unusual');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-labelledby="unusual-title"
      className="flex flex-col gap-3 rounded-md border-warning border-l-3 bg-warning-bg px-3 py-2 text-sm"
    >
      <h3 ref={heading} id="unusual-title" tabIndex={-1} className="flex items-center gap-1.5 font-semibold">
        <TriangleAlert className="size-4 shrink-0 text-warning" aria-hidden="true" />
        {t('title')}
      </h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {unusual.map((one) => (
          <li key={one.code}>
            {one.code === 'match'
              ? t('match', { count: one.count })
              : t.rich('charges', {
                  declared: () => <AmountText {...one.declared} />,
                  corrected: () => <AmountText {...one.corrected} />,
                })}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" onClick={onGoOn} pending={pending}>
          {t('goOn')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}

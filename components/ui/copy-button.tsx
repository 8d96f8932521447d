'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from './button';

/** Copies a value in its canonical form, as an input elsewhere will take it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('ui.copy');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <span className="inline-flex items-center">
      <IconButton
        size="sm"
        label={label}
        icon={<Icon className="size-3.5" aria-hidden="true" />}
        onClick={() => void copy()}
        onBlur={() => setOutcome(null)}
      />
      <output className={outcome === 'failed' ? 'text-danger text-xs' : 'sr-only'}>
        {outcome ? t(outcome) : null}
      </output>
    </span>
  );
}

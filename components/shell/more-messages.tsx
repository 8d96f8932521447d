'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import type { MessageTree } from '@/lib/messages/pseudo';

/** Adds parts of the catalogue to those that stand above it. */
export function MoreMessages({ messages, children }: { messages: MessageTree; children: ReactNode }) {
  const above: MessageTree = useMessages();
  const together = useMemo(() => {
    const merged: MessageTree = { ...above };
    for (const [namespace, added] of Object.entries(messages)) {
      const present = merged[namespace];
      merged[namespace] = typeof present === 'object' && typeof added === 'object' ? { ...present, ...added } : added;
    }
    return merged;
  }, [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={together}>
      {children}
    </NextIntlClientProvider>
  );
}

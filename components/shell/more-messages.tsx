'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { withParts } from '@/lib/messages/parts';
import type { MessageTree } from '@/lib/messages/pseudo';

/** Adds parts of the catalogue to those that stand above it. */
export function MoreMessages({ messages, children }: { messages: MessageTree; children: ReactNode }) {
  const above: MessageTree = useMessages();
  const together = useMemo(() => withParts(above, messages), [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={together}>
      {children}
    </NextIntlClientProvider>
  );
}

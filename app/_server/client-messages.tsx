import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MoreMessages } from '@/components/shell/more-messages';
import { partsOf } from '@/lib/messages/parts';
import type { MessageTree } from '@/lib/messages/pseudo';

/**
 * Sends the named parts of the catalogue along for components in the browser. The whole of it would be more than the rest of a
 * page: each section names what its own components read, and the architecture tests find what is missing or not needed.
 */
export async function ClientMessages({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const messages: MessageTree = await getMessages();
  return <MoreMessages messages={partsOf(messages, of)}>{children}</MoreMessages>;
}

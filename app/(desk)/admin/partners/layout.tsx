import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function PartnersLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['admin', 'partnership.keys', 'queue.channel', 'webhooks']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function WebhooksLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['webhooks']}>{children}</ClientMessages>;
}

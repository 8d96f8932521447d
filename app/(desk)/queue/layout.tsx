import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function QueueLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['clearance', 'queue', 'risk']}>{children}</ClientMessages>;
}

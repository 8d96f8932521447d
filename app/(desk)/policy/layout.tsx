import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function PolicyLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['policy', 'clearance']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function TeamLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['partnership.team']}>{children}</ClientMessages>;
}

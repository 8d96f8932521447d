import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ScorecardLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['partnership.trust']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function QuarantineLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['quarantine.record', 'quarantine.replay']}>{children}</ClientMessages>;
}

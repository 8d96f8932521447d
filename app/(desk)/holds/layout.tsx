import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function HoldsLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages of={['agency', 'attachments', 'clearance.revealReason', 'consignment.party', 'consignment.field']}>
      {children}
    </ClientMessages>
  );
}

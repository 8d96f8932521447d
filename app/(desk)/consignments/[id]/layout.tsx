import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ConsignmentLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      of={['appeal.form', 'attachments', 'clearance', 'consignment', 'notice', 'privacy.holds', 'screening']}
    >
      {children}
    </ClientMessages>
  );
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function SupervisionLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages of={['supervision.balance', 'supervision.claims', 'supervision.reassign']}>
      {children}
    </ClientMessages>
  );
}

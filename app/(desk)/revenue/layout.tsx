import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function RevenueLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages of={['collection.guarantee', 'collection.payment', 'collection.refund', 'collection.upload']}>
      {children}
    </ClientMessages>
  );
}

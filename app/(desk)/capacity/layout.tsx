import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function CapacityLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['capacity.change', 'capacity.together']}>{children}</ClientMessages>;
}

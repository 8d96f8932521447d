import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function CooperationLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['cooperation']}>{children}</ClientMessages>;
}

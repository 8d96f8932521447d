import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function KeysLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['admin.partner', 'partnership.keys']}>{children}</ClientMessages>;
}

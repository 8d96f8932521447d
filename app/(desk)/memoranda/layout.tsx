import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function MemorandaLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['partnership.memoranda']}>{children}</ClientMessages>;
}

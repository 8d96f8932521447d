import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['intake.problem', 'reference']}>{children}</ClientMessages>;
}

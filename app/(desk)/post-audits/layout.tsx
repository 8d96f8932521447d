import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function PostAuditsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['postAudit.draw']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function OwnActsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['ownActs.undo']}>{children}</ClientMessages>;
}

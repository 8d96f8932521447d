import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ExploreLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['explore.views', 'explore.remark']}>{children}</ClientMessages>;
}

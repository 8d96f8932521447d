import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ResolutionLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['partnership.resolution']}>{children}</ClientMessages>;
}

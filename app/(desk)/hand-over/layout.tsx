import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function HandOverLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['handOver']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function SecondLookLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['secondLook']}>{children}</ClientMessages>;
}

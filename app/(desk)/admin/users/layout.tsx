import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function UsersLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['admin']}>{children}</ClientMessages>;
}

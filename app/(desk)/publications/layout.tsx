import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function PublicationsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['publication.page']}>{children}</ClientMessages>;
}

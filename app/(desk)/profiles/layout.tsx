import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ProfilesLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['clearance.outcome', 'profile']}>{children}</ClientMessages>;
}

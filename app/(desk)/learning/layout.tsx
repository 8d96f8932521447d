import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function LearningLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['clearance', 'learning', 'profile']}>{children}</ClientMessages>;
}

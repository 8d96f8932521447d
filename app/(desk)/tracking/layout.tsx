import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function TrackingLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['attachments', 'tracking']}>{children}</ClientMessages>;
}

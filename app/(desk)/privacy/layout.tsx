import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function PrivacyLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['privacy.holds', 'privacy.access', 'attachments.kind']}>{children}</ClientMessages>;
}

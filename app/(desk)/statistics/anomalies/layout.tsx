import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function AnomaliesLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['dashboards.anomaly']}>{children}</ClientMessages>;
}

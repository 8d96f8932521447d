import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function SimulationsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['risk.indicator', 'simulation.form', 'simulation.page']}>{children}</ClientMessages>;
}

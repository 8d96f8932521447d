import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function ModelLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages of={['model.act', 'model.train', 'model.objective', 'model.objectiveText']}>
      {children}
    </ClientMessages>
  );
}

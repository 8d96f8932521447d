import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

export default function SubmissionsLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      of={[
        'consignment.field',
        'consignment.word',
        'quarantine.replay',
        'submissions.failing.form',
        'submissions.guide.form',
        'submissions.mapping',
        'submissions.undoPage',
        'submissions.uploadPage',
      ]}
    >
      {children}
    </ClientMessages>
  );
}

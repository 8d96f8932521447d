import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';

/** The forms of the e-mails, with the words they need in the browser. */
export default function PublishedMailLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['publication.mail']}>{children}</ClientMessages>;
}

import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';
import { PublicFrame } from '../_components/public-frame';

/** The pages on which everybody asks and reads. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PublicFrame size="reading">
      <ClientMessages of={['public.parcel']}>{children}</ClientMessages>
    </PublicFrame>
  );
}

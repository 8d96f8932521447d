'use client';

import { Printer } from 'lucide-react';
import { Button } from './button';

/** Prints the page; what is marked `data-print="hide"` stays off the paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()} icon={<Printer className="size-4" aria-hidden="true" />}>
      {label}
    </Button>
  );
}

'use client';

import { type ComponentProps, useEffect, useRef } from 'react';

/**
 * A plain form that becomes the address: it works without script, and with it leaves out what was not filled in, so that an address
 * says what it narrows by and nothing else.
 */
export function FilterForm({ children, ...rest }: Omit<ComponentProps<'form'>, 'method' | 'ref'>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const own = form.current;
    const leaveOutEmpty = ({ formData }: FormDataEvent) => {
      const empty = [...formData].filter(([, value]) => value === '').map(([name]) => name);
      for (const name of empty) formData.delete(name);
    };
    own?.addEventListener('formdata', leaveOutEmpty);
    return () => own?.removeEventListener('formdata', leaveOutEmpty);
  }, []);
  return (
    <form {...rest} ref={form} method="get">
      {children}
    </form>
  );
}

'use client';

import { type ReactNode, type SyntheticEvent, useRef } from 'react';

/**
 * Lights up the fields a reason rests on while the reader points at the reason or focuses it, and the reasons that rest on a
 * field while the reader points at the field. Reasons carry `data-rests-on`, fields `data-pointer`.
 */
export function FieldLights({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const put = () => {
    for (const lit of root.current?.querySelectorAll('[data-lit]') ?? []) lit.removeAttribute('data-lit');
  };
  const light = (event: SyntheticEvent) => {
    put();
    const target = event.target instanceof Element ? event.target : null;
    const restsOn = target?.closest('[data-rests-on]')?.getAttribute('data-rests-on')?.split(' ') ?? [];
    const pointer = target?.closest('[data-pointer]')?.getAttribute('data-pointer');
    for (const field of root.current?.querySelectorAll('[data-pointer]') ?? [])
      if (restsOn.includes(field.getAttribute('data-pointer') ?? '')) field.setAttribute('data-lit', '');
    if (!pointer) return;
    for (const reason of root.current?.querySelectorAll('[data-rests-on]') ?? [])
      if (reason.getAttribute('data-rests-on')?.split(' ').includes(pointer)) reason.setAttribute('data-lit', '');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the pointer and the focus are
    <div ref={root} onMouseOver={light} onFocus={light} onMouseLeave={put} onBlur={put}>
      {children}
    </div>
  );
}

'use client';

import { type DragEvent, type RefObject, useEffect, useState } from 'react';

/**
 * Lets a file be pasted anywhere on the page, or dropped on a part of it, into the file control of a form. A paste into a field is
 * the field's own, unless it holds nothing but a file.
 */
export function useGivenFile(form: RefObject<HTMLFormElement | null>, onGiven: (file: File) => void, pastes: boolean) {
  const [isOver, setOver] = useState(false);
  const give = (file: File) => {
    onGiven(file);
    // The form may only now be drawn.
    requestAnimationFrame(() => {
      const control = form.current?.querySelector<HTMLInputElement>('input[type=file]');
      if (!control) return;
      const held = new DataTransfer();
      held.items.add(file);
      control.files = held.files;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      form.current?.querySelector<HTMLElement>('select')?.focus();
    });
  };
  useEffect(() => {
    if (!pastes) return;
    const pasted = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      give(file);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  });
  const zone = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      const [file] = event.dataTransfer.files;
      setOver(false);
      if (!file) return;
      event.preventDefault();
      give(file);
    },
  };
  return { isOver, zone };
}

'use client';

import { useEffect } from 'react';

/** Whether the desk that opens next takes the focus: an act of the officer led there, not a look. */
let isAwaited = false;

/** The move of the focus that waits for the next frame. */
let waiting = 0;

function soon(move: () => void): void {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(move);
}

/** Puts the focus on the heading of the desk, from where the keys and the next act are at hand. */
export function focusDesk(): void {
  soon(() => {
    const heading = document.getElementById('desk-title');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

/** Puts the focus back on the button a form was opened by. */
export function focusVerb(mode: string): void {
  soon(() => document.getElementById(`desk-${mode}`)?.focus());
}

/** A form opens: it takes the focus itself, and what an earlier act promised elsewhere is off. */
export function leaveFocus(): void {
  cancelAnimationFrame(waiting);
}

/** Whether a form of the desk is open: what is typed in it would be lost on the way to another consignment. */
export function isDeskFormOpen(): boolean {
  return document.getElementById('desk-form')?.hasChildNodes() ?? false;
}

/** The desk of the consignment that opens next takes the focus. */
export function focusNextDesk(): void {
  isAwaited = true;
}

/** Takes the focus where it was promised to this desk. */
export function useAwaitedFocus(): void {
  useEffect(() => {
    if (!isAwaited) return;
    isAwaited = false;
    focusDesk();
  }, []);
}

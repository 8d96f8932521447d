import { useEffect } from 'react';

/** Asks before a page with unsaved changes is left: by a link of ours, by closing it, and by going elsewhere. */
export function useLeaveWarning(isUnsaved: boolean, question: string): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const isOther = link?.getAttribute('target') === '_blank' || link?.getAttribute('href')?.startsWith('#');
      const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      if (!link || isOther || isNewTab || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    // Before the router hears of it.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isUnsaved, question]);
}

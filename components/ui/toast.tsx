'use client';

import { Toast as Base } from '@base-ui/react/toast';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo } from 'react';
import { buttonClass } from './button-class';
import { Kbd } from './kbd';

/** How long a message stays: long enough to read it and reach Undo; it waits while pointed at or focused. */
const SHOWN_MS = 10_000;

const LOOK = {
  success: { Icon: CircleCheck, color: 'text-success' },
  danger: { Icon: CircleAlert, color: 'text-danger' },
  info: { Icon: Info, color: 'text-info' },
} as const;

export type ToastMessage = {
  title: string;
  description?: string;
  /** `info` where nothing was done: there was nothing to do. */
  tone?: 'success' | 'danger' | 'info';
  /** Takes the act back. The same undo must also stand in the item's own history. */
  undo?: {
    label?: string;
    run: () => void;
    /** Whether a key may take it back now; not while a form elsewhere holds words nobody sent. */
    mayByKey?: () => boolean;
  };
};
type ShownUndo = NonNullable<ToastMessage['undo']>;

/** The keys that take back what the message on the screen tells of, as they do on the page of what was decided. */
const PRINTED_KEY = 'z';
const UNDO_KEYS = ['u', PRINTED_KEY] as const;

/** Holds the one region in which outcomes are announced; it is there before the first message. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={SHOWN_MS} limit={1}>
      {children}
      <Base.Portal>
        <Base.Viewport
          data-toasts=""
          className="fixed right-4 bottom-4 left-4 z-50 flex flex-col gap-2 sm:left-auto sm:w-90 print:hidden"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `show` announces the outcome of an act, politely, without moving the focus. It takes the place of the one before, which it may contradict. */
export function useToast(): { show: (message: ToastMessage) => void } {
  const t = useTranslations('ui.toast');
  const { add, close } = Base.useToastManager();
  const show = useCallback(
    ({ title, description, tone = 'success', undo }: ToastMessage) => {
      close();
      const id = add({
        title,
        description,
        type: tone,
        priority: tone === 'danger' ? 'high' : 'low',
        data: undo,
        actionProps: undo
          ? {
              children: (
                <>
                  {undo.label ?? t('undo')}
                  <Kbd keys={PRINTED_KEY} />
                </>
              ),
              onClick: () => {
                undo.run();
                close(id);
              },
            }
          : undefined,
      });
    },
    [add, close, t],
  );
  return useMemo(() => ({ show }), [show]);
}

/** What the message on the screen can take back by key, the keys, and which of them is printed on it; null where there is none. */
export function useShownUndo(): { keys: readonly string[]; printed: string; run: () => void } | null {
  const { toasts, close } = Base.useToastManager<ShownUndo>();
  const shown = toasts.find(({ data, transitionStatus }) => data && transitionStatus !== 'ending');
  const undo = shown?.data;
  if (!shown || !undo) return null;
  return {
    keys: UNDO_KEYS,
    printed: PRINTED_KEY,
    run: () => {
      if (undo.mayByKey?.() === false) return;
      undo.run();
      close(shown.id);
    },
  };
}

function ToastList() {
  const t = useTranslations('ui.toast');
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const { Icon, color } = LOOK[toast.type === 'danger' || toast.type === 'info' ? toast.type : 'success'];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        swipeDirection={['right', 'down']}
        className="rounded-md border border-line bg-raised text-ink shadow-overlay data-limited:hidden"
      >
        <Base.Content className="flex items-start gap-2.5 py-2 pr-2 pl-3 text-sm">
          <Icon aria-hidden="true" className={clsx('mt-1.5 size-4 shrink-0', color)} />
          <div className="min-w-0 flex-1 py-1.5">
            <Base.Title className="font-medium text-sm" />
            <Base.Description className="text-muted" />
          </div>
          <Base.Action className={buttonClass({ size: 'sm', className: 'mt-0.5' })} />
          <Base.Close
            aria-label={t('dismiss')}
            className={buttonClass({ variant: 'ghost', size: 'sm', className: 'mt-0.5 w-7 px-0!' })}
          >
            <X className="size-4" aria-hidden="true" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}

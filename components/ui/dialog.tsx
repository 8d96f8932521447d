'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { buttonClass } from './button-class';

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** The button that opens it; leave out when `open` is held outside. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
};

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-6xl' };

/** Where an answer is given; nothing else in a dialog is as likely to be wanted first. */
const FIELDS = '[data-first-focus], input:not([type=hidden]):enabled, select:enabled, textarea:enabled';

/** A question that must be answered before going on. Focus begins in its first field, and returns to where it came from. */
export function Dialog({
  title,
  description,
  children,
  footer,
  trigger,
  open,
  onOpenChange,
  size = 'md',
}: DialogProps) {
  const t = useTranslations('ui.dialog');
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-4 pt-[10vh]">
          <Base.Popup
            initialFocus={(by) => (by === 'touch' ? true : (body.current?.querySelector<HTMLElement>(FIELDS) ?? true))}
            className={clsx(
              'flex w-full flex-col rounded-lg border border-line bg-raised text-ink shadow-overlay',
              widths[size],
            )}
          >
            <div className="flex items-start gap-3 border-line border-b py-3 pr-2 pl-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-lg">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-0.5 text-muted text-sm">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close aria-label={t('close')} className={buttonClass({ variant: 'ghost', className: 'w-8 px-0!' })}>
                <X className="size-4" aria-hidden="true" />
              </Base.Close>
            </div>
            {children ? (
              <div ref={body} className="flex flex-col gap-4 p-4">
                {children}
              </div>
            ) : null}
            {footer ? (
              <div className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">{footer}</div>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The way out of a dialog that changes nothing. */
export function DialogClose({ children }: { children?: ReactNode }) {
  const t = useTranslations('ui.dialog');
  return <Base.Close className={buttonClass()}>{children ?? t('cancel')}</Base.Close>;
}

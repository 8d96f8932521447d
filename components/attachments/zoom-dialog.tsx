'use client';
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */

import { ChevronLeft, ChevronRight, Minus, Plus, Scan } from 'lucide-react';
import Image from 'next/image';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { Picture } from './picture-figures';

/** Sizes in per cent of the picture fitted into the window. */
const SCALES = [100, 150, 200, 300, 400, 600, 800] as const;

type ZoomDialogProps = {
  reference: string;
  pictures: readonly Picture[];
  /** Id of the picture that is enlarged; null while none is. */
  shown: string | null;
  onShow: (id: string | null) => void;
};

/** One picture in a window of its own, enlarged and moved by keys or by buttons that say which. */
export function ZoomDialog({ reference, pictures, shown, onShow }: ZoomDialogProps) {
  const t = useTranslations('attachments.zoom');
  const [step, setStep] = useState(0);
  const area = useRef<HTMLElement>(null);
  const place = pictures.findIndex(({ id }) => id === shown);
  const picture = pictures[place];
  const scale = SCALES[step] ?? 100;
  // The middle stays in view: what is looked at lies there, not in a corner.
  useLayoutEffect(() => {
    const box = area.current;
    if (scale > 100) box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2);
  }, [scale]);
  const turn = (by: number) => {
    const next = pictures[(place + by + pictures.length) % pictures.length];
    if (next) onShow(next.id);
    setStep(0);
  };
  const size = (by: number) => setStep((now) => Math.min(SCALES.length - 1, Math.max(0, now + by)));
  const press = (event: KeyboardEvent) => {
    if (!picture || event.altKey || event.ctrlKey || event.metaKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => size(1),
      '=': () => size(1),
      '-': () => size(-1),
      '0': () => setStep(0),
      ...(pictures.length > 1 ? { PageDown: () => turn(1), PageUp: () => turn(-1) } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // Wherever in the dialog the focus is: the keys do what the buttons below do.
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <Dialog
      title={picture ? t('title', { kind: picture.kind, reference }) : ''}
      description={t('keys')}
      size="xl"
      open={picture !== undefined}
      onOpenChange={(open) => {
        if (open) return;
        setStep(0);
        onShow(null);
      }}
      footer={
        <>
          <span className="mr-auto flex flex-wrap items-center gap-1">
            <IconButton
              label={t('out')}
              icon={<Minus className="size-4" />}
              disabled={step === 0}
              onClick={() => size(-1)}
            />
            <span className="min-w-14 text-center text-sm tabular-nums" aria-live="polite">
              {t('scale', { percent: scale })}
            </span>
            <IconButton
              label={t('in')}
              icon={<Plus className="size-4" />}
              disabled={step === SCALES.length - 1}
              onClick={() => size(1)}
            />
            <IconButton label={t('fit')} icon={<Scan className="size-4" />} onClick={() => setStep(0)} />
            {pictures.length > 1 ? (
              <>
                <IconButton label={t('previous')} icon={<ChevronLeft className="size-4" />} onClick={() => turn(-1)} />
                <span className="text-sm tabular-nums">{t('place', { place: place + 1, count: pictures.length })}</span>
                <IconButton label={t('next')} icon={<ChevronRight className="size-4" />} onClick={() => turn(1)} />
              </>
            ) : null}
          </span>
          <DialogClose>{t('close')}</DialogClose>
        </>
      }
    >
      {picture ? (
        <section
          ref={area}
          aria-label={t('area')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that arrows must reach it
          tabIndex={0}
          data-first-focus=""
          className="h-[60vh] overflow-auto rounded-md border border-line bg-sunken"
        >
          <div style={{ width: `${scale}%`, height: `${scale}%` }} className="flex items-center justify-center">
            <Image
              src={picture.href}
              alt={picture.alt}
              width={picture.width}
              height={picture.height}
              className="size-full object-contain"
            />
          </div>
        </section>
      ) : null}
    </Dialog>
  );
}

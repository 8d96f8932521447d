'use client';

import { Maximize2 } from 'lucide-react';
import Image from 'next/image';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { ZoomDialog } from './zoom-dialog';

export type Picture = {
  readonly id: string;
  /** What it is, in words. */
  readonly kind: string;
  readonly href: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly width: number;
  readonly height: number;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
};
type Column = { readonly title: string; readonly none: string; readonly pictures: readonly Picture[] };

/** Columns of pictures, the newest on top; each opens enlarged, and there one goes on to the next. */
export function PictureFigures({ reference, columns }: { reference: string; columns: readonly Column[] }) {
  const t = useTranslations('attachments.pictures');
  const all = columns.flatMap(({ pictures }) => pictures);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      {columns.map(({ title, none, pictures }) => (
        <section key={title} className="flex min-w-0 flex-col gap-2 text-sm">
          <h3>{title}</h3>
          {pictures.length === 0 ? <p className="text-muted">{none}</p> : null}
          {pictures.map((picture) => (
            <figure key={picture.id} className="flex flex-col gap-1">
              <button
                type="button"
                onClick={() => setShown(picture.id)}
                aria-label={t('enlarge', { kind: picture.alt })}
                className="group relative flex h-56 cursor-zoom-in items-center justify-center rounded-md border border-line bg-sunken p-1"
              >
                <Image
                  src={picture.href}
                  alt={picture.alt}
                  width={picture.width}
                  height={picture.height}
                  loading="lazy"
                  className="max-h-full w-auto max-w-full object-contain"
                />
                <span
                  aria-hidden="true"
                  className="absolute right-1.5 bottom-1.5 rounded-sm border border-line bg-raised p-1 text-muted group-hover:text-ink"
                >
                  <Maximize2 className="size-3.5" />
                </span>
              </button>
              <figcaption className="text-muted text-xs">
                {picture.caption ? (
                  <span className="block text-ink text-sm">
                    <bdi translate="no">{picture.caption}</bdi>
                  </span>
                ) : null}
                <span translate="no">{picture.by}</span> · <DateTime at={picture.at} />
              </figcaption>
            </figure>
          ))}
        </section>
      ))}
      <ZoomDialog reference={reference} pictures={all} shown={shown} onShow={setShown} />
    </>
  );
}

'use client';
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { elide } from '@/lib/kernel/elide';
import { beginningOf } from '@/lib/kernel/storable';

/** A stretch of the text and the numbers of what is wrong with it; none where nothing is. */
export type Stretch = {
  readonly at: number;
  readonly text: string;
  readonly numbers: readonly number[];
  readonly isError: boolean;
};

/** Characters of a stretch that stand on the page before the whole is asked for. */
const SHOWN_CHARS = 2_000;
/** Browsers cut a longer text of a page into several nodes, and the page that was served is then not the one that is rendered. */
const NODE_CHARS = 32_000;

/** The text of a record as sent, with the numbers of its problems where each value stands; of a long stretch its two ends until asked. */
export function TextAsSent({ stretches }: { stretches: readonly Stretch[] }) {
  const t = useTranslations('quarantine.record');
  const [isWhole, setWhole] = useState(false);
  const chars = stretches.reduce((sum, { text }) => sum + text.length, 0);
  const isCut = stretches.some(({ text }) => text.length > SHOWN_CHARS);
  return (
    <>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that arrows must reach it
        tabIndex={0}
        className="max-h-96 overflow-auto whitespace-pre-wrap break-all rounded-sm bg-sunken p-3 font-mono text-xs leading-6"
        translate="no"
      >
        {stretches.map((stretch) =>
          stretch.numbers.length === 0 ? (
            <StretchText key={stretch.at} text={stretch.text} isWhole={isWhole} />
          ) : (
            <mark
              key={stretch.at}
              className={clsx(
                'rounded-sm px-0.5 underline decoration-wavy',
                stretch.isError ? 'bg-danger-bg text-danger' : 'bg-warning-bg text-warning',
              )}
            >
              <StretchText text={stretch.text} isWhole={isWhole} />
              <sup className="pl-0.5 font-semibold">{stretch.numbers.join(',')}</sup>
            </mark>
          ),
        )}
      </pre>
      {isCut ? (
        <div className="flex flex-wrap items-center gap-3 pt-2">
          <Button type="button" size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'showLess' : 'showWhole', { chars })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function StretchText({ text, isWhole }: { text: string; isWhole: boolean }) {
  const t = useTranslations('quarantine.record');
  if (isWhole) return pieces(text).map(({ at, piece }) => <span key={at}>{piece}</span>);
  const { head, left, tail } = elide(text, SHOWN_CHARS);
  return (
    <>
      <span>{head}</span>
      {left > 0 ? (
        <>
          <span className="mx-1 rounded-sm bg-surface px-1 font-sans text-muted" translate="yes">
            {t('leftOut', { chars: left })}
          </span>
          <span>{tail}</span>
        </>
      ) : null}
    </>
  );
}

function pieces(text: string): { at: number; piece: string }[] {
  const made: { at: number; piece: string }[] = [];
  for (let at = 0; at < text.length; at += made.at(-1)?.piece.length ?? NODE_CHARS) {
    made.push({ at, piece: beginningOf(text.slice(at, at + NODE_CHARS), NODE_CHARS) || text.slice(at, at + 1) });
  }
  return made;
}

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Lane } from '@/lib/consignment/codes';

const shapes: Record<Lane, string> = {
  green: 'M6 1.200a4.800 4.800 0 1 0 0 9.600 4.800 4.800 0 0 0 0-9.600Z',
  blue: 'M6 .6 11.400 6 6 11.400.6 6Z',
  yellow: 'M6 1 11.500 10.800H.5Z',
  red: 'M1.400 1.400h9.200v9.200H1.400Z',
};
const ink: Record<Lane, string> = {
  green: 'text-lane-green-fg',
  blue: 'text-lane-blue-fg',
  yellow: 'text-lane-yellow-fg',
  red: 'text-lane-red-fg',
};
const ground: Record<Lane, string> = {
  green: 'bg-lane-green-bg',
  blue: 'bg-lane-blue-bg',
  yellow: 'bg-lane-yellow-bg',
  red: 'bg-lane-red-bg',
};

/** The lane's shape alone: disc, diamond, triangle, square. Only beside the word. */
export function LaneMark({ lane, className }: { lane: Lane; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={clsx('size-2.5 shrink-0', ink[lane], className)}>
      <path d={shapes[lane]} fill="currentColor" />
    </svg>
  );
}

/** A lane as word, shape and colour. */
export function LaneBadge({ lane }: { lane: Lane }) {
  const t = useTranslations('ui.lane');
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1.5 whitespace-nowrap rounded-sm border border-transparent px-1.5 font-medium text-xs',
        ground[lane],
        ink[lane],
      )}
    >
      <LaneMark lane={lane} />
      {t(lane)}
    </span>
  );
}

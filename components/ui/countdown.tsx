'use client';

import clsx from 'clsx';
import { ClockAlert, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatInstant } from './format';
import { timeLeft } from './time-left';

/** How often the figure is looked at again. */
const TICK_MS = 15_000;

type CountdownProps = {
  /** ISO 8601 instant by which to act. */
  dueAt: string;
  /** ISO 8601 instant of the server's render, so that the first paint agrees with it. */
  now: string;
};

/** Time left to act. Late and near are words with a shape; the instant itself is in the title. */
export function Countdown({ dueAt, now }: CountdownProps) {
  const t = useTranslations('ui.countdown');
  const locale = useLocale();
  const [nowMs, setNowMs] = useState(() => Date.parse(now));
  useEffect(() => {
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const { urgency, days, hours, minutes } = timeLeft(Date.parse(dueAt), nowMs);
  const distance = t(days > 0 ? 'days' : hours > 0 ? 'hours' : 'minutes', { days, hours, minutes });
  return (
    <time
      dateTime={dueAt}
      title={formatInstant(locale, new Date(dueAt), 'datetime')}
      className={clsx('inline-flex items-center gap-1 whitespace-nowrap', {
        'font-semibold text-danger': urgency === 'late',
        'font-semibold text-warning': urgency === 'near',
      })}
    >
      {urgency === 'late' ? <TriangleAlert className="size-3.5" aria-hidden="true" /> : null}
      {urgency === 'near' ? <ClockAlert className="size-3.5" aria-hidden="true" /> : null}
      {urgency === 'late' ? t('late', { distance }) : distance}
    </time>
  );
}

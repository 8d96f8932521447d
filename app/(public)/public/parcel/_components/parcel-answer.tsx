'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { ParcelAnswer as Answer, ToldParcel } from '@/db/commands/public/ask-parcel';
import type { PublicStatus } from '@/lib/clearance/public-status';

/** What was asked, and what is told of it; the postcode where the question will be asked again. */
export type Answered = { readonly reference: string; readonly postcode: string; readonly answer: Answer };

/** One answer: where the parcel stands, why in plain words, and what to do next. */
export function ParcelAnswer({ reference, answer }: Pick<Answered, 'reference' | 'answer'>) {
  const t = useTranslations('public.parcel');
  if (answer.kind === 'too_often') {
    return (
      <Callout tone="warning" title={t('tooOften')}>
        {t('tooOftenText')}
      </Callout>
    );
  }
  if (answer.kind === 'nothing') {
    return (
      <Callout tone="info" title={t('nothing')}>
        <p>{t('nothingText')}</p>
        <ul className="mt-2 list-disc pl-5">
          {(['mistyped', 'notYet', 'otherPostcode', 'noPostcode'] as const).map((why) => (
            <li key={why}>{t(`nothingWhy.${why}`)}</li>
          ))}
        </ul>
        <p className="mt-2">{t('nothingNext')}</p>
      </Callout>
    );
  }
  return <Told reference={reference} parcel={answer.parcel} />;
}

const TONES: Readonly<Partial<Record<PublicStatus, 'success' | 'warning'>>> = {
  released: 'success',
  awaiting_payment: 'warning',
  detained: 'warning',
  seized: 'warning',
  refused: 'warning',
};

function Told({ reference, parcel }: { reference: string; parcel: ToldParcel }) {
  const t = useTranslations('public.parcel');
  const { status, isAsked, office, appeal } = parcel;
  return (
    <section
      aria-labelledby="answer-title"
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5"
    >
      <p className="text-muted text-sm">
        {t('parcelOf')} <bdi translate="no">{reference}</bdi>
      </p>
      <h2 id="answer-title">{t(`status.${status}.title`)}</h2>
      <Callout tone={TONES[status] ?? 'info'}>{t(`status.${status}.why`)}</Callout>
      <h3>{t('next')}</h3>
      <p className="max-w-prose">{t(`status.${status}.next`)}</p>
      {isAsked ? <p className="max-w-prose font-semibold">{t('asked')}</p> : null}
      {appeal ? (
        <p className="max-w-prose">
          {t('appeal', { days: appeal.days })} <span translate="no">{appeal.remedy}</span> (
          <span translate="no">{appeal.source}</span>).
        </p>
      ) : null}
      {status === 'announced' || status === 'withdrawn' ? null : (
        <p className="text-muted text-sm">
          {t('office')} <span translate="no">{office}</span>
        </p>
      )}
    </section>
  );
}

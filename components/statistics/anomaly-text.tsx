import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { formatDecimal, formatInstant, formatPercent } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';
import type { AnomalyKind, Behind, Watched } from '@/lib/statistics/anomaly';
import { MemberName, useMemberText } from './member-name';

export type ShownAnomaly = {
  readonly day: string;
  readonly officeIds: readonly string[];
  readonly watched: Watched;
  readonly member: string;
  readonly kind: AnomalyKind;
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly behind: readonly Behind[];
};

const TONES = { jump: 'warning', fall: 'info', appears: 'accent' } as const;

/** An unusual day in words: what it was, what was to be expected, and what moved with it. */
export function AnomalyText({
  anomaly,
  officeNames,
  href,
}: {
  anomaly: ShownAnomaly;
  officeNames: ReadonlyMap<string, string>;
  /** The explorer with this day among those it was judged by. */
  href: string;
}) {
  const t = useTranslations('dashboards.anomaly');
  const locale = useLocale();
  const { kind, observed, expected, low, high, officeIds, behind } = anomaly;
  const name = useAnomalyName(officeNames)(anomaly);
  const memberText = useMemberText(officeNames);
  const [office = ''] = officeIds;
  const day = formatInstant(locale, new Date(`${anomaly.day}T00:00:00Z`), 'date');
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(anomaly.day));
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={TONES[kind]}>{t(`kind.${kind}`)}</Badge>
        <span className="font-semibold">
          {t(`watched.${anomaly.watched}`)}{' '}
          {anomaly.watched === 'all' ? null : <MemberName {...memberText(anomaly.watched, anomaly.member)} />}
        </span>
        <span className="text-muted">
          {weekday}, {day} ·{' '}
          {officeIds.length > 1 ? (
            t('together', { count: officeIds.length })
          ) : (
            <bdi translate="no">{officeNames.get(office) ?? office}</bdi>
          )}
        </span>
        <TextLink href={href} aria-label={t('exploreOf', { name, day })}>
          {t('explore')}
        </TextLink>
      </p>
      <p>
        {kind === 'appears'
          ? t('appears', { observed })
          : t('moved', { observed, expected: formatDecimal(locale, Math.round(expected), 0), low, high })}
      </p>
      {behind.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 text-muted">
          {behind.map(({ by, member, share }) => (
            <li key={by}>
              {t(`watched.${by}`)} <MemberName {...memberText(by, member)} />:{' '}
              {t('behind', { share: formatPercent(locale, share) })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What an unusual day is about, for labels. */
export function useAnomalyName(
  officeNames: ReadonlyMap<string, string>,
): (anomaly: Pick<ShownAnomaly, 'watched' | 'member'>) => string {
  const t = useTranslations('dashboards.anomaly');
  const memberText = useMemberText(officeNames);
  return ({ watched, member }) =>
    watched === 'all' ? t('watched.all') : `${t(`watched.${watched}`)} ${memberText(watched, member).text}`;
}

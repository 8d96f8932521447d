import { useTranslations } from 'next-intl';
import { Cell, Row, RowHeaderCell } from '@/components/table/table-parts';
import { Badge } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { LaneBadge } from '@/components/ui/lane-badge';
import { AmountText } from '@/components/ui/money';
import { ScoreBadge } from '@/components/ui/score-badge';
import { TextLink } from '@/components/ui/text-link';
import type { ShownRow } from './queue-list';

type QueueLineProps = {
  row: ShownRow;
  now: string;
  selected: boolean;
  change: 'changed' | 'gone' | null;
  onFocus: () => void;
};

const REASONS_SHOWN = 2;

/** One consignment of the queue. */
export function QueueLine({ row, now, selected, change, onFocus }: QueueLineProps) {
  const t = useTranslations('queue');
  const tRisk = useTranslations('risk');
  const reasons = row.topIndicators.slice(0, REASONS_SHOWN);
  return (
    <Row selected={selected}>
      <Cell>
        <LaneBadge lane={row.laneEffective} />
      </Cell>
      <Cell numeric>
        <ScoreBadge score={row.score} />
      </Cell>
      <RowHeaderCell>
        <span className="flex flex-wrap items-center gap-1.5">
          <TextLink href={row.href} data data-row="" onFocus={onFocus}>
            {row.reference}
          </TextLink>
          {change ? <Badge tone="warning">{t(`mark.${change}`)}</Badge> : null}
          {row.isUpdated ? <Badge tone="info">{t('mark.updated')}</Badge> : null}
          {row.isReturned ? <Badge tone="warning">{t('mark.returned')}</Badge> : null}
          {row.openHolds > 0 ? <Badge tone="danger">{t('mark.holds', { count: row.openHolds })}</Badge> : null}
          {row.openReferrals > 0 ? (
            <Badge tone="accent">{t('mark.referrals', { count: row.openReferrals })}</Badge>
          ) : null}
        </span>
      </RowHeaderCell>
      <Cell>
        <span className="line-clamp-2 max-w-72" translate="no">
          {row.headline}
        </span>
        <span className="text-muted text-xs">
          {t('items', { count: row.itemCount })}
          {row.dispatchCountry ? <span> {t('from', { country: row.dispatchCountry })}</span> : null}
        </span>
      </Cell>
      <Cell>
        <ul className="text-sm">
          {row.selectionReason === 'random' ? <li>{t('mark.random')}</li> : null}
          {reasons.map((code) => (
            <li key={code}>{tRisk(`indicator.${code}.title`)}</li>
          ))}
        </ul>
      </Cell>
      <Cell numeric>
        <AmountText {...row.value} />
      </Cell>
      <Cell numeric>
        <AmountText {...row.charges} />
      </Cell>
      <Cell>
        <span translate="no">{row.partnerName}</span>
      </Cell>
      <Cell>
        <Countdown dueAt={row.actByAt} now={now} />
      </Cell>
      <Cell>
        {row.holder === 'other' ? <span translate="no">{row.claimedByName}</span> : t(`holder.${row.holder}`)}
      </Cell>
    </Row>
  );
}

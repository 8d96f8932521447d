import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { ExchangeItemView } from '@/db/queries/cooperation/get-exchange';
import type { Problem } from '@/lib/kernel/problem';
import { ItemContent } from './item-content';
import { HANDLING_TONES } from './tones';

type ItemTableProps = {
  rows: readonly ExchangeItemView[];
  direction: 'sent' | 'received';
  /** Whether items can be ticked to be taken over. */
  isOpen: boolean;
  hrefOf: (kind: 'profile' | 'list', id: string) => string;
};

/** What a package holds, with what each item would become or was made of. */
export function ItemTable({ rows, direction, isOpen, hrefOf }: ItemTableProps) {
  const t = useTranslations('cooperation');
  const take: Column<ExchangeItemView> = {
    key: 'take',
    header: t('exchange.column.take'),
    cell: ({ item, as }) => (
      <label className="flex min-h-target min-w-target items-center justify-center">
        <span className="sr-only">{`${t('exchange.column.take')}: ${item.title}`}</span>
        <input
          type="checkbox"
          name="items"
          value={item.number}
          defaultChecked={as !== 'nothing'}
          disabled={as === 'nothing'}
          className="size-4"
        />
      </label>
    ),
  };
  return (
    <DataTable
      caption={t('exchange.items')}
      captionHidden
      rows={rows}
      rowKey={({ item }) => String(item.number)}
      columns={[
        ...(isOpen ? [take] : []),
        {
          key: 'item',
          header: t('exchange.column.item'),
          rowHeader: true,
          className: 'min-w-64',
          cell: ({ item }) => (
            <>
              <span className="text-muted text-xs">{t(`itemKind.${item.kind}`)}</span>
              <span className="block font-medium" translate="no">
                <bdi>{item.title}</bdi>
              </span>
              <ItemContent item={item} />
            </>
          ),
        },
        {
          key: 'handling',
          header: t('exchange.column.handling'),
          cell: ({ item }) => <Badge tone={HANDLING_TONES[item.handling]}>{t(`handling.${item.handling}`)}</Badge>,
        },
        {
          key: 'expires',
          header: t('exchange.column.expires'),
          cell: ({ item }) => <DateTime at={item.expiresOn} show="date" />,
        },
        {
          key: 'provenance',
          header: t('exchange.column.provenance'),
          className: 'min-w-40',
          cell: ({ item }) => (
            <ol className="text-xs">
              {item.provenance.map(({ administration, act, on }) => (
                <li key={`${administration} ${act} ${on}`}>{t(`exchange.act.${act}`, { administration, on })}</li>
              ))}
            </ol>
          ),
        },
        {
          key: 'becomes',
          header: t('exchange.column.becomes'),
          className: 'min-w-48',
          cell: ({ as, state, subjectId, problems }) => (
            <>
              {t(direction === 'received' ? `exchange.becomes.${as}` : `exchange.madeOf.${as}`)}
              {subjectId && (as === 'profile' || as === 'list') ? (
                <>
                  {' '}
                  <TextLink href={hrefOf(as, subjectId)}>{t('exchange.open')}</TextLink>
                </>
              ) : null}
              {direction === 'received' ? (
                <span className="block text-muted text-xs">{t(`state.item.${state}`)}</span>
              ) : null}
              <Problems of={problems} />
            </>
          ),
        },
      ]}
    />
  );
}

function Problems({ of }: { of: readonly Problem[] }) {
  const t = useTranslations('cooperation');
  const tProfile = useTranslations('profile.problem');
  if (of.length === 0) return null;
  const ruleOf = ({ code, value = '', params }: Problem) => {
    const figures = { most: Number(params?.most ?? 0), least: Number(params?.least ?? 0), seconds: 0 };
    if (tProfile.has(code)) return tProfile(code, { value, ...figures });
    return t.has(`problem.${code}`) ? t(`problem.${code}`) : t('problem.value');
  };
  return (
    <ul className="mt-1 text-danger text-xs">
      {of.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is fixed
        <li key={index} className="break-words">
          {t('exchange.fault', {
            place: problem.pointer,
            rule: ruleOf(problem),
            hasValue: problem.value === undefined || tProfile.has(problem.code) ? 'no' : 'yes',
            value: problem.value ?? '',
          })}
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ExchangeView } from '@/db/queries/cooperation/get-exchange';

type Row = {
  readonly number: number;
  /** What of it is known here: its kind, and of our own questions its last characters. */
  readonly identifier: string;
  readonly consignments: number | null;
  readonly references: readonly { readonly text: string; readonly href: string | null }[];
};

/** What was asked about parties, and what was found: here, or by the other side. */
export function MatchPanel({ of, hrefOf }: { of: ExchangeView; hrefOf: (consignmentId: string) => string }) {
  const t = useTranslations('cooperation');
  const { content, asked } = of.exchange;
  if (content.kind === 'intelligence') return null;
  const { fromOn: from, toOn: to } = content;
  const hits = new Map(of.match?.hits.map((hit) => [hit.number, hit]));
  const rows: Row[] =
    content.kind === 'match_answer'
      ? content.matches.map(({ number, consignments, references }) => ({
          ...{ number, identifier: '', consignments },
          references: references.map((text) => ({ text, href: null })),
        }))
      : content.identifiers.map(({ number, kind }) => ({
          number,
          identifier: [t(`identifierKind.${kind}`), asked?.find((one) => one.number === number)?.masked ?? ''].join(
            ' ',
          ),
          consignments: of.match?.state === 'done' ? (hits.get(number)?.consignments ?? 0) : null,
          references: (hits.get(number)?.own ?? []).map(({ consignmentId, reference }) => ({
            text: reference,
            href: hrefOf(consignmentId),
          })),
        }));
  return (
    <Panel
      title={t(content.kind === 'match_answer' ? 'exchange.matches' : 'exchange.asked')}
      description={
        content.kind === 'match_answer'
          ? t('exchange.looked', { count: content.looked, from, to })
          : t('exchange.askedText', { count: content.identifiers.length, from, to })
      }
      actions={of.match ? <MatchState of={of.match} /> : undefined}
      flush={rows.length > 0}
    >
      <DataTable
        caption={t('exchange.matches')}
        captionHidden
        rows={rows}
        rowKey={({ number }) => String(number)}
        maxHeight="28rem"
        empty={
          <State kind="empty" title={t('exchange.matchesNone')}>
            {t('exchange.looked', { count: content.kind === 'match_answer' ? content.looked : 0, from, to })}
          </State>
        }
        columns={[
          {
            key: 'number',
            header: t('exchange.matchColumn.number'),
            rowHeader: true,
            cell: ({ number }) => <span translate="no">{number}</span>,
          },
          {
            key: 'identifier',
            header: t('exchange.matchColumn.identifier'),
            cell: ({ identifier }) => identifier,
          },
          {
            key: 'consignments',
            header: t('exchange.matchColumn.consignments'),
            numeric: true,
            cell: ({ consignments }) => (consignments === null ? null : <Count value={consignments} />),
          },
          {
            key: 'references',
            header: t('exchange.matchColumn.references'),
            cell: ({ references, consignments }) => {
              if (references.length === 0)
                return consignments
                  ? t(
                      content.kind === 'match_answer' && !of.isWithheld
                        ? 'exchange.referencesNone'
                        : 'exchange.elsewhere',
                    )
                  : null;
              return (
                <span className="flex flex-wrap gap-x-3" translate="no">
                  {references.map(({ text, href }) =>
                    href ? (
                      <TextLink key={text} href={href}>
                        {text}
                      </TextLink>
                    ) : (
                      <span key={text}>{text}</span>
                    ),
                  )}
                </span>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}

function MatchState({ of }: { of: NonNullable<ExchangeView['match']> }) {
  const t = useTranslations('cooperation');
  const tone = { waiting: 'warning', done: 'success', failed: 'danger' } as const;
  return (
    <>
      <span className="text-muted text-sm">
        {of.state === 'waiting'
          ? t('exchange.lookingAt', { day: of.nextOn })
          : t('exchange.looked', { count: of.looked, from: of.fromOn, to: of.toOn })}
      </span>
      <Badge tone={tone[of.state]}>{t(`state.match.${of.state}`)}</Badge>
    </>
  );
}

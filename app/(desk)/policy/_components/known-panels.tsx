import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueDiff } from '@/components/policy/value-diff';
import { ValueText } from '@/components/policy/value-text';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { TextField } from '@/components/ui/field';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { KnownLine, LawAsKnown } from '@/db/queries/policy/law-as-known';
import type { Reassessed } from '@/db/queries/policy/reassess-as-of-then';
import type { AsKnownWish } from './as-known-wish';
import { PeriodText } from './book-panels';

type FormProps = {
  wish: AsKnownWish;
  today: string;
  /** Whether the reader may look a consignment up. */
  mayReassess: boolean;
};

/** Asks for the law of a day as it was known on another, and for a consignment to be charged by it again. */
export function AsKnownForm({ wish, today, mayReassess }: FormProps) {
  const t = useTranslations('policy.known');
  return (
    <Panel title={t('title')} description={t('text')} id="known">
      <form action={routes.policy()} method="get" className="flex flex-wrap items-end gap-3" noValidate>
        <TextField
          name="on"
          type="date"
          label={t('on')}
          error={wish.faults.on ? t(`fault.${wish.faults.on}`) : undefined}
          defaultValue={wish.typed.on || today}
        />
        <TextField
          name="known"
          type="date"
          max={today}
          label={t('knownOn')}
          error={wish.faults.known ? t(`fault.${wish.faults.known}`) : undefined}
          defaultValue={wish.typed.known || today}
        />
        {mayReassess ? (
          <TextField
            name="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            optional
            autoComplete="off"
            defaultValue={wish.typed.reference}
          />
        ) : null}
        <Button type="submit">{t('show')}</Button>
        {wish.isAsked ? (
          <TextLink href={routes.policy()} className="inline-flex min-h-8 items-center">
            {t('today')}
          </TextLink>
        ) : null}
      </form>
    </Panel>
  );
}

/** Every parameter that was known to stand on a day, and beside it what is known of the same day since. */
export function AsKnownPanel({ law: { on, known, lines, lists, versions } }: { law: LawAsKnown }) {
  const t = useTranslations('policy.known');
  const tPolicy = useTranslations('policy');
  const changed = lines.filter(({ now }) => now !== undefined).length + lists.filter((list) => list.changed > 0).length;
  return (
    <Panel
      title={t('lawTitle', { on, known })}
      description={changed === 0 ? t('same') : t('otherwise', { count: changed })}
      flush
    >
      <DataTable
        caption={t('lawTitle', { on, known })}
        captionHidden
        rows={lines}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        columns={[
          {
            key: 'parameter',
            header: t('parameter'),
            rowHeader: true,
            cell: ({ kind, key, now }) => (
              <>
                <span className="text-muted text-xs">{tPolicy(`kind.${kind}`)}</span>
                <span className="block">{parameterName(tPolicy, kind, key)}</span>
                {now === undefined ? null : <Badge tone="warning">{t('since')}</Badge>}
              </>
            ),
          },
          {
            key: 'former',
            header: t('former'),
            className: 'min-w-64',
            cell: ({ former }) => (former ? <Standing row={former} /> : t('nothing')),
          },
          { key: 'now', header: t('now'), className: 'min-w-56', cell: (line) => <KnownNow line={line} /> },
        ]}
      />
      <div className="border-line border-t px-4 py-3 text-sm">
        <h3 className="font-semibold">{t('lists')}</h3>
        <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {lists.map(({ kind, rows, changed: others }) => (
            <li key={kind}>
              {tPolicy(`kind.${kind}`)}: {t('listRows', { rows })}
              {others > 0 ? <strong className="font-medium"> {t('listChanged', { count: others })}</strong> : null}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">
          {versions.former === null
            ? t('noVersion')
            : t('version', { version: versions.former, same: versions.former === versions.now ? 'yes' : 'no' })}
        </p>
      </div>
    </Panel>
  );
}

function Standing({ row }: { row: NonNullable<KnownLine['former']> }) {
  return (
    <>
      <PeriodText {...row} />
      <ValueText value={row.value} />
      <span className="block text-muted text-xs" translate="no">
        {row.source}
      </span>
    </>
  );
}

/** What is known of the same day today, in what it differs. */
function KnownNow({ line: { former, now } }: { line: KnownLine }) {
  const t = useTranslations('policy.known');
  if (now === undefined) return <span className="text-muted">{t('asThen')}</span>;
  if (now === null) return t('nothing');
  if (former === null) return <Standing row={now} />;
  return (
    <>
      <PeriodText {...now} />
      <ValueDiff before={former.value} after={now.value} />
    </>
  );
}

/** A consignment charged again as of then, beside what was kept of its assessment. */
export function ReassessedPanel({ reference, result }: { reference: string; result: Reassessed | null }) {
  const t = useTranslations('policy.known.again');
  if (!result) return <Callout tone="warning">{t('unknown', { reference })}</Callout>;
  const { kept, former, now, isSame, assessedAt, consignmentId } = result;
  const rows = [
    { key: 'kept', name: t('kept'), sums: kept },
    { key: 'former', name: t('former'), sums: former },
    { key: 'now', name: t('now'), sums: now },
  ];
  return (
    <Panel
      title={t('title', { reference: result.reference })}
      description={t.rich('text', { at: () => <DateTime at={assessedAt} /> })}
      actions={<TextLink href={routes.consignment(consignmentId)}>{t('open')}</TextLink>}
      flush
    >
      <div className="px-4 py-3">
        <Callout tone={isSame ? 'success' : 'danger'}>{t(isSame ? 'same' : 'differs')}</Callout>
      </div>
      <DataTable
        caption={t('title', { reference: result.reference })}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', header: t('by'), rowHeader: true, cell: ({ name }) => name },
          ...(['customsValue', 'duty', 'vat'] as const).map((measure) => ({
            key: measure,
            header: t(measure),
            numeric: true,
            cell: ({ sums }: (typeof rows)[number]) => (sums ? <AmountText {...sums[measure]} /> : '–'),
          })),
          {
            key: 'version',
            header: t('version'),
            cell: ({ sums }) => <span translate="no">{sums?.version ?? '–'}</span>,
          },
        ]}
      />
    </Panel>
  );
}

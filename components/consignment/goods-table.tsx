import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FieldMark } from './field-mark';
import { DataTable } from '@/components/table/data-table';
import { Absent } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Decimal } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { ConsignmentDetail, ItemDetail } from '@/db/queries/consignment/consignment-detail';
import type { Amount } from '@/lib/clearance/amount';
import type { CorrectionField } from '@/lib/clearance/results';
import { openCharges, openReasons } from '@/lib/revenue/open-charges';
import { BesideDeclared } from './beside-declared';
import { ChargeCell } from './charge-cell';
import { HeadingHint } from './heading-hint';

type Line = ItemDetail & { readonly index: number };
type GoodsTableProps = {
  detail: ConsignmentDetail;
  /** Fields at least one indicator rests on. */
  grounds: ReadonlySet<string>;
};

/** The goods lines: declared facts, a corrected value beside the declared one, value and charges in the administration's currency. */
export function GoodsTable({ detail, grounds }: GoodsTableProps) {
  const t = useTranslations('consignment.goods');
  const tField = useTranslations('consignment.field');
  const { items, examinations } = detail;
  const corrected = new Map(
    examinations.flatMap(({ corrections }) =>
      corrections.map((one) => [`${one.itemNumber}.${one.field}`, one.corrected] as const),
    ),
  );
  const [assessment] = detail.assessments;
  const open = openCharges(assessment?.chargeLines ?? []);
  const openNow = detail.corrected ? openCharges(detail.corrected.chargeLines) : open;
  const charge = (kind: 'value' | 'duty' | 'vat', declared: Amount, now: Amount | undefined, itemNumber?: number) => {
    return (
      <ChargeCell
        declared={{ value: declared, open: openReasons(open, kind, itemNumber) }}
        now={now && { value: now, open: openReasons(openNow, kind, itemNumber) }}
        showWhy={itemNumber !== undefined}
      />
    );
  };
  const field = (line: Line, column: string, shown: ReactNode, correction?: CorrectionField) => {
    const found = correction ? corrected.get(`${line.itemNumber}.${correction}`) : undefined;
    const pointer = `items.${line.index}.${column}`;
    return (
      <FieldMark pointer={pointer} isGround={grounds.has(pointer)}>
        {found === undefined ? (
          shown
        ) : (
          <BesideDeclared declared={shown} corrected={correctedText(line, found, correction)} />
        )}
      </FieldMark>
    );
  };
  const code = (value: string | null) =>
    value === null ? <Absent label={t('absent')} /> : <span translate="no">{value}</span>;
  const currency = items[0]?.value.currency ?? '';
  const nowOf = ({ itemNumber }: Line) => detail.corrected?.items.find((item) => item.itemNumber === itemNumber);
  return (
    <Panel id="goods" title={t('title', { count: items.length })} flush>
      <DataTable<Line>
        caption={t('caption')}
        captionHidden
        rows={items.map((item, index) => ({ ...item, index }))}
        rowKey={(line) => String(line.itemNumber)}
        maxHeight="28rem"
        isDense
        columns={[
          { key: 'number', header: t('number'), numeric: true, cell: ({ itemNumber }) => code(String(itemNumber)) },
          {
            key: 'description',
            header: tField('description'),
            rowHeader: true,
            className: 'min-w-36',
            cell: (line) => (
              <>
                {field(line, 'description', <bdi translate="no">{line.description}</bdi>, 'description')}
                {line.listingUrl && /^https?:\/\//i.test(line.listingUrl) ? (
                  <TextLink href={line.listingUrl} rel="noreferrer noopener" target="_blank" className="block text-xs">
                    {t('listing')}
                  </TextLink>
                ) : null}
              </>
            ),
          },
          {
            key: 'code',
            header: tField('commodity_code'),
            cell: (line) => (
              <>
                {field(
                  line,
                  'commodity_code',
                  <span className="font-mono">{code(line.commodityCode)}</span>,
                  'commodity_code',
                )}
                {line.suggestion ? <HeadingHint suggestion={line.suggestion} /> : null}
              </>
            ),
          },
          {
            key: 'origin',
            header: tField('origin_country'),
            cell: (line) => field(line, 'origin_country', code(line.originCountry), 'origin_country'),
          },
          {
            key: 'quantity',
            header: tField('quantity'),
            numeric: true,
            cell: (line) =>
              field(line, 'quantity', line.quantity ? <Decimal value={line.quantity} /> : code(null), 'quantity'),
          },
          {
            key: 'mass',
            header: t('netMass'),
            numeric: true,
            cell: (line) =>
              field(
                line,
                'net_mass_kg',
                line.netMassKg ? <Decimal value={line.netMassKg} digits={3} unit="kg" /> : code(null),
              ),
          },
          {
            key: 'declared',
            header: t('declaredValue'),
            numeric: true,
            cell: (line) => field(line, 'value', <AmountText {...line.declaredValue} />, 'value'),
          },
          {
            key: 'value',
            header: t('valueIn', { currency }),
            numeric: true,
            cell: (line) => charge('value', line.value, nowOf(line)?.value, line.itemNumber),
          },
          {
            key: 'duty',
            header: t('duty'),
            numeric: true,
            cell: (line) => charge('duty', line.duty, nowOf(line)?.duty, line.itemNumber),
          },
          {
            key: 'vat',
            header: t('vat'),
            numeric: true,
            cell: (line) => charge('vat', line.vat, nowOf(line)?.vat, line.itemNumber),
          },
        ]}
        footer={
          assessment && items.length > 1
            ? {
                description: t('total'),
                value: charge('value', assessment.intrinsicValue, detail.corrected?.intrinsicValue.corrected),
                duty: charge('duty', assessment.duty, detail.corrected?.duty.corrected),
                vat: charge('vat', assessment.vat, detail.corrected?.vat.corrected),
              }
            : undefined
        }
      />
    </Panel>
  );
}

/** A corrected value as it reads: an amount in the currency of the line, anything else as the officer wrote it. */
function correctedText({ declaredValue }: Line, found: string, field: CorrectionField | undefined): ReactNode {
  if (field === 'value') return <AmountText amount={found} currency={declaredValue.currency} />;
  return field === 'quantity' ? <Decimal value={found} /> : <bdi translate="no">{found}</bdi>;
}

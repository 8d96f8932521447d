import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { SelectField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { CapacityOverview } from '@/db/queries/capacity/get-capacity';
import type { CapacityPreview, MoveLine } from '@/db/queries/capacity/preview-capacity';
import { SCOPES, type Scope } from '@/lib/capacity/inputs';
import type { Slots } from '@/lib/capacity/slots';
import { CONTROL_TYPES } from '@/lib/consignment/codes';
import { useCompetitorColumns } from './competitor-columns';
import { SetSlots } from './set-slots';

type ChangePanelProps = {
  capacity: CapacityOverview;
  scope: Scope;
  /** Slots whose consequences were asked for. */
  wished: Slots | null;
  preview: CapacityPreview | null;
};

/** Other slots: first what they would move, then the button that sets them. */
export function ChangePanel({ capacity, scope, wished, preview }: ChangePanelProps) {
  const t = useTranslations('capacity.change');
  const tControl = useTranslations('capacity.control');
  const scopeText = useScopeText(capacity.day);
  const { officeId, day, today, slots, revision } = capacity;
  const text = (count: number | null) => (count === null ? '' : String(count));
  const isSame =
    wished !== null && scope === 'day' && CONTROL_TYPES.every((control) => wished[control] === slots[control]);
  if (day < today) {
    return (
      <Panel title={t('title')}>
        <p className="text-muted text-sm">{t('past')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} description={t('text')} id="change">
      <form method="get" action={`${routes.capacity()}#change`} className="flex flex-col gap-3">
        <input type="hidden" name="office" value={officeId} />
        <input type="hidden" name="day" value={day} />
        <div className="@container">
          <div className="grid grid-cols-1 gap-3 @min-[20rem]:grid-cols-3">
            {CONTROL_TYPES.map((control) => (
              <TextField
                key={control}
                name={control}
                type="number"
                min={0}
                step={1}
                inputMode="numeric"
                label={tControl(control)}
                defaultValue={text((wished ?? slots)[control])}
              />
            ))}
          </div>
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            name="scope"
            label={t('scope')}
            defaultValue={scope}
            options={SCOPES.map((one) => ({ value: one, label: scopeText(one) }))}
          />
          <Button type="submit">{t('preview')}</Button>
        </div>
      </form>
      {wished && preview ? (
        <div className="mt-4 flex flex-col gap-3 border-line border-t pt-3" aria-live="polite">
          <Consequences preview={preview} from={routes.capacity({ office: officeId, day })} />
          {isSame ? (
            <p className="text-muted text-sm">{t('same')}</p>
          ) : (
            <div>
              <SetSlots
                fields={{
                  ...{ officeId, day, scope, revision: String(revision) },
                  ...{ documents: text(wished.documents), nii: text(wished.nii), physical: text(wished.physical) },
                }}
                scopeText={scopeText(scope)}
              />
            </div>
          )}
        </div>
      ) : null}
    </Panel>
  );
}

function useScopeText(day: string): (scope: Scope) => string {
  const t = useTranslations('capacity.change.scopes');
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day));
  return (scope) => t(scope, { day: formatInstant(locale, new Date(day), 'date'), weekday });
}

/** How many come in and go out, and the worthiest of them by name. */
function Consequences({ preview, from }: { preview: CapacityPreview; from: string }) {
  const t = useTranslations('capacity.change');
  const tShort = useTranslations('capacity.short');
  const columns = useCompetitorColumns(from);
  const { movedIn, movedOut, changed, days, moves } = preview;
  const moved = movedIn + movedOut + changed;
  const control = (one: (typeof moves)[number]['to']) => (one ? tShort(one) : t('released'));
  return (
    <>
      <p className="text-sm">
        {t('summary', { days, moved, movedIn, movedOut, changed })} {moved > 0 ? t('begun') : null}
      </p>
      {moves.length > 0 ? (
        <DataTable
          caption={t('moves')}
          captionHidden
          rows={moves}
          rowKey={({ consignmentId }) => consignmentId}
          isDense
          maxHeight="24rem"
          columns={[
            ...columns.slice(0, 1),
            { key: 'to', header: t('to'), cell: ({ to }) => <strong className="font-semibold">{control(to)}</strong> },
            { key: 'from', header: t('from'), cell: ({ from }) => control(from) },
            ...(days > 1
              ? [{ key: 'day', header: t('day'), cell: ({ day }: MoveLine) => <DateTime at={day} show="date" /> }]
              : []),
            ...columns.slice(1, 2),
          ]}
        />
      ) : null}
      {moved > moves.length ? <p className="text-muted text-sm">{t('more', { count: moved - moves.length })}</p> : null}
    </>
  );
}

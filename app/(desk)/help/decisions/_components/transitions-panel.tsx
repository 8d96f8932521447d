import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { type Act, STATUSES, type Status, TRANSITIONS } from '@/lib/clearance/transitions';
import { PERMISSIONS } from '@/lib/identity/permissions';
import { isPersonRole } from '@/lib/identity/roles';

const ACTS = Object.keys(TRANSITIONS) as Act[];
/** Acts by the statuses they begin in, so that each status is read once with all that is possible in it. */
const ROWS = STATUSES.map((status) => ({
  status,
  acts: ACTS.filter((act) => (TRANSITIONS[act].from as readonly Status[]).includes(status)),
}));

/** Each status with every act that is possible in it: where it leads, and who may do it. */
export function TransitionsPanel() {
  const t = useTranslations('help.decisions');
  const tStatus = useTranslations('clearance.status');
  const tRole = useTranslations('identity.role');
  const leads = (act: Act) => {
    const { to } = TRANSITIONS[act];
    return to === 'same' || to === 'before' || to === 'proposed' ? t(`to.${to}`) : tStatus(to);
  };
  const who = (act: Act) => {
    const roles = PERMISSIONS[TRANSITIONS[act].by].filter(isPersonRole).map((role) => tRole(role));
    return roles.length > 0 ? roles.join(', ') : tRole('system');
  };
  return (
    <Panel title={t('acts')} description={t('actsText')} id="acts" flush>
      {ROWS.map(({ status, acts }) => (
        <section key={status} aria-label={tStatus(status)} className="border-line border-t first:border-t-0">
          <h3 className="px-4 pt-3 font-semibold text-sm">{tStatus(status)}</h3>
          {acts.length === 0 ? <p className="px-4 pb-3 text-muted text-sm">{t('nothing')}</p> : null}
          {acts.length > 0 ? (
            <DataTable
              caption={tStatus(status)}
              captionHidden
              rows={acts}
              rowKey={(act) => act}
              columns={[
                {
                  key: 'act',
                  header: t('act'),
                  rowHeader: true,
                  className: 'w-1/3',
                  cell: (act) => t(`actName.${act}`),
                },
                { key: 'to', header: t('leadsTo'), className: 'w-1/3', cell: leads },
                { key: 'who', header: t('who'), cell: who },
              ]}
            />
          ) : null}
        </section>
      ))}
    </Panel>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { parameterName } from '@/components/policy/parameter-name';
import { ValueDiff } from '@/components/policy/value-diff';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import { CONTROL_TYPES } from '@/lib/consignment/codes';

type AssumptionsProps = {
  simulation: SimulationView;
  officeNames: ReadonlyMap<string, string>;
  /** Where all that was tried of the law is proposed as one change; null for who may not. */
  proposeHref: string | null;
};

/** All that a simulation was asked, in words: what stands elsewhere is as it was. */
export function Assumptions({ simulation, officeNames, proposeHref }: AssumptionsProps) {
  const t = useTranslations('simulation.assumptions');
  const tIndicator = useTranslations('risk.indicator');
  const { changes, told, profileNumbers, createdByName, createdAt, engineVersion, hasHidden } = simulation;
  const { indicators = [] } = changes;
  const isNothing = told.length + changes.slots.length + changes.profiles.length + indicators.length === 0;
  const number = (profileId: string) => profileNumbers.get(profileId) ?? 0;
  return (
    <Panel title={t('title')} description={t('lead')} id="assumptions">
      <div className="flex flex-col gap-4 text-sm">
        {isNothing && !hasHidden ? <p>{t('nothing')}</p> : null}
        {hasHidden ? <p>{t('hidden')}</p> : null}
        {told.length > 0 ? (
          <Part title={t('parameters')}>
            {told.map((one) => (
              <Parameter key={`${one.kind} ${one.key}`} told={one} />
            ))}
            {proposeHref ? (
              <p className="mt-1" data-print="hide">
                <TextLink href={proposeHref}>{t('propose')}</TextLink>
              </p>
            ) : null}
          </Part>
        ) : null}
        {indicators.length > 0 ? (
          <Part title={t('indicators')}>
            <ul className="list-disc pl-5">
              {indicators.map(({ code, percent }) => (
                <li key={code}>{t('indicator', { title: tIndicator(`${code}.title`), percent })}</li>
              ))}
            </ul>
          </Part>
        ) : null}
        {changes.slots.length > 0 ? (
          <Part title={t('slots')}>
            <DescriptionList
              items={changes.slots.map((slots) => ({
                term: officeNames.get(slots.officeId) ?? slots.officeId,
                value: CONTROL_TYPES.map((control) => (
                  <SlotCount key={control} control={control} count={slots[control]} />
                )),
              }))}
            />
          </Part>
        ) : null}
        {changes.profiles.length > 0 ? (
          <Part title={t('profiles')}>
            <ul className="list-disc pl-5">
              {changes.profiles.map(({ profileId, version }) => (
                <li key={profileId}>
                  {version === null
                    ? t('profileOff', { number: number(profileId) })
                    : t('profileOn', { number: number(profileId), version })}
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        <Part title={t('minutes')}>
          <p>{t('minutesText', changes.minutes)}</p>
        </Part>
        <p className="text-muted text-xs">
          {t.rich('byRich', {
            name: () => <bdi translate="no">{createdByName}</bdi>,
            at: () => <DateTime at={createdAt} />,
          })}
          {engineVersion ? `. ${t('engine', { version: engineVersion })}` : null}
        </p>
      </div>
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Parameter({ told }: { told: SimulationView['told'][number] }) {
  const { kind, key, value, before, replaces } = told;
  const t = useTranslations('simulation.assumptions');
  const tPolicy = useTranslations('policy');
  return (
    <div className="mb-2">
      <p className="font-medium">
        {tPolicy(`kind.${kind}`)}: {parameterName(tPolicy, kind, key)}
      </p>
      <ValueDiff before={before} after={value} />
      <p className="text-muted text-xs">{t('replaces', { count: replaces })}</p>
    </div>
  );
}

function SlotCount({ control, count }: { control: (typeof CONTROL_TYPES)[number]; count: number | null }) {
  const t = useTranslations('simulation');
  return (
    <span className="mr-4 inline-block">
      {t(`work.control.${control}`)}: {count === null ? t('assumptions.noLimit') : count}
    </span>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChangeForm } from '@/components/policy/change-form';
import { parameterName } from '@/components/policy/parameter-name';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { findParameter, listInstruments } from '@/db/queries/policy/get-policy-book';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { CHANGED_KINDS } from '@/lib/policy/change';
import { FIRST_VALUES } from '@/lib/policy/value-fields';
import { earliestDay } from '../_components/earliest-day';
import { proposeChangeAction } from '../actions';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

async function asked({ searchParams }: Props) {
  const params = await searchParams;
  const simulation = typeof params.simulation === 'string' ? params.simulation : null;
  const kind = CHANGED_KINDS.find((one) => one === params.kind);
  const key = typeof params.key === 'string' ? params.key : '';
  return kind && key ? { kind, key, simulation } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ kind, key }, t, tPolicy] = await Promise.all([
    asked(props),
    getTranslations('policy.form'),
    getTranslations('policy'),
  ]);
  return { title: t('title', { kind: tPolicy(`kind.${kind}`), key: parameterName(tPolicy, kind, key) }) };
}

/** Writes a change of one parameter. */
export default async function PolicyChangePage(props: Props) {
  const actor = await requireActor('policy.write');
  const { kind, key, simulation } = await asked(props);
  const [t, tPolicy, row, laws, tried] = await Promise.all([
    getTranslations('policy.form'),
    getTranslations('policy'),
    findParameter(actor, kind, key),
    listInstruments(actor),
    simulation ? orNotFound(getSimulation(actor, simulation)) : null,
  ]);
  const start = tried?.told.find((one) => one.kind === kind && one.key === key)?.value;
  // An office without ends of its own begins with those it keeps so far.
  const usual = kind === 'shift' && !row ? await findParameter(actor, kind, 'usual') : null;
  const value = (row?.value ?? usual?.value ?? FIRST_VALUES[kind]?.[key]) as
    | Readonly<Record<string, unknown>>
    | undefined;
  if (!value) notFound();
  const earliest = earliestDay();
  return (
    <>
      <PageHeader
        title={t('title', { kind: tPolicy(`kind.${kind}`), key: parameterName(tPolicy, kind, key) })}
        lead={t('lead')}
        back={{ href: routes.policy(), label: t('back') }}
      />
      <Panel>
        <ChangeForm
          kind={kind}
          paramKey={key}
          value={value}
          start={start as typeof value | undefined}
          laws={laws
            .filter(({ validTo }) => validTo === null || validTo >= earliest)
            .map(({ id, citation, title }) => ({ id, name: `${citation}: ${title}` }))}
          earliest={earliest}
          action={proposeChangeAction}
        />
      </Panel>
    </>
  );
}

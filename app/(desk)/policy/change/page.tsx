import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChangeForm } from '@/components/policy/change-form';
import { PageHeader } from '@/components/shell/page-header';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { Draft } from '@/db/queries/policy/drafts';
import { listInstruments } from '@/db/queries/policy/get-policy-book';
import { startOfChange } from '@/db/queries/policy/start-of-change';
import { CHANGED_KINDS } from '@/lib/policy/change';
import { DiscardDraft, GivenBackCallout } from '../_components/draft-panels';
import { earliestDay } from '../_components/earliest-day';
import { proposeChangeAction, saveDraftAction } from '../actions';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** What a change begins with: a draft, all that a simulation tried, or one parameter. */
async function asked({ searchParams }: Props) {
  const params = await searchParams;
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null);
  const kind = CHANGED_KINDS.find((one) => one === params.kind) ?? null;
  const [draftId, simulationId, key] = [text('draft'), text('simulation'), text('key')];
  if (draftId === null && simulationId === null && (kind === null || !key)) notFound();
  return { draftId, simulationId, one: kind !== null && key ? { kind, key } : null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ draftId }, t] = await Promise.all([asked(props), getTranslations('policy.form')]);
  return { title: draftId === null ? t('title') : t('titleDraft') };
}

/** Writes a change of the law, or goes on with the draft of one. */
export default async function PolicyChangePage(props: Props) {
  const actor = await requireActor('policy.write');
  const wish = await asked(props);
  const [t, start, laws] = await Promise.all([
    getTranslations('policy.form'),
    orNotFound(startOfChange(actor, wish)),
    listInstruments(actor),
  ]);
  if (start.parts.length === 0) notFound();
  const { draft } = start;
  const earliest = earliestDay();
  return (
    <>
      <PageHeader
        title={draft ? t('titleDraft') : t('title')}
        lead={draft ? <Kept draft={draft} /> : t('lead')}
        back={{ href: routes.policy(), label: t('back') }}
        actions={draft ? <DiscardDraft draft={draft} /> : null}
      />
      {draft?.givenBack ? <GivenBackCallout givenBack={draft.givenBack} /> : null}
      <Panel>
        <ChangeForm
          standing={start.standing}
          initial={{
            parts: start.parts,
            instrumentId: draft?.instrumentId ?? '',
            validFrom: draft?.validFrom ?? (draft ? '' : earliest),
            validTo: draft?.validTo ?? '',
            reason: draft?.reason ?? '',
          }}
          draft={draft && { id: draft.id, version: draft.version }}
          laws={laws
            .filter(({ validTo }) => validTo === null || validTo >= earliest)
            .map(({ id, citation, title }) => ({ id, name: `${citation}: ${title}` }))}
          propose={proposeChangeAction}
          save={saveDraftAction}
        />
      </Panel>
    </>
  );
}

async function Kept({ draft }: { draft: Draft }) {
  const t = await getTranslations('policy.form');
  return t.rich('kept', { version: draft.version, at: () => <DateTime at={draft.savedAt} /> });
}

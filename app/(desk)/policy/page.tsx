import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { openDrafts } from '@/db/queries/policy/drafts';
import { getPolicyBook, type PolicyBook } from '@/db/queries/policy/get-policy-book';
import { getLawAsKnown } from '@/db/queries/policy/law-as-known';
import { reassessAsOfThen } from '@/db/queries/policy/reassess-as-of-then';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { FIRST_VALUES } from '@/lib/policy/value-fields';
import { type AsKnownWish, asKnownWish } from './_components/as-known-wish';
import { LawsPanel, RowsPanels } from './_components/book-panels';
import { HistoryPanel, WaitingPanel } from './_components/change-panels';
import { DraftsPanel } from './_components/draft-panels';
import { thisDay } from './_components/earliest-day';
import { ExamplesPanel } from './_components/examples-panel';
import { AsKnownForm, AsKnownPanel, ReassessedPanel } from './_components/known-panels';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policy.book'))('title') };
}

/** The law in force: what waits, what stands and stood, the laws it rests on, and examples of others; or that of another day. */
export default async function PolicyPage({ searchParams }: Props) {
  const actor = await requireActor('policy.read');
  const today = thisDay();
  const [t, params, book] = await Promise.all([getTranslations('policy.book'), searchParams, getPolicyBook(actor)]);
  const wish = asKnownWish(params, today);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Actions actor={actor} rows={book.rows} />} />
      {wish.isAsked ? null : <WaitingAndDrafts actor={actor} book={book} />}
      <AsKnownForm wish={wish} today={today} mayReassess={can(actor, 'consignment.read')} />
      {wish.isAsked ? <AsKnown actor={actor} wish={wish} /> : <Book actor={actor} book={book} />}
    </>
  );
}

async function Actions({ actor, rows }: { actor: Actor; rows: PolicyBook['rows'] }) {
  const [t, tPolicy] = await Promise.all([getTranslations('policy.book'), getTranslations('policy')]);
  const mayWrite = can(actor, 'policy.write');
  const absent = Object.entries(FIRST_VALUES).flatMap(([kind, keys]) =>
    Object.keys(keys).flatMap((key) =>
      rows.some((row) => row.kind === kind && row.key === key) ? [] : [{ kind, key }],
    ),
  );
  return (
    <>
      {can(actor, 'simulation.read') ? <ButtonLink href={routes.simulations()}>{t('simulations')}</ButtonLink> : null}
      {(mayWrite ? absent : []).map(({ kind, key }) => (
        <ButtonLink key={kind} href={routes.policyChange(kind, key)}>
          {t('add', { kind: tPolicy(`kind.${kind}`) })}
        </ButtonLink>
      ))}
      {mayWrite ? <ButtonLink href={routes.newInstrument()}>{t('newLaw')}</ButtonLink> : null}
    </>
  );
}

type Read = { actor: Actor; book: PolicyBook };

async function WaitingAndDrafts({ actor, book: { rows, changes } }: Read) {
  const drafts = can(actor, 'policy.write') ? await openDrafts(actor) : [];
  return (
    <>
      {changes
        .filter(({ decided }) => decided === null)
        .map((change) => (
          <WaitingPanel
            key={change.id}
            change={change}
            present={rows}
            isOwn={change.proposed.id === actor.id}
            mayDecide={can(actor, 'policy.decide')}
          />
        ))}
      {drafts.length > 0 ? <DraftsPanel drafts={drafts} /> : null}
    </>
  );
}

async function Book({ actor, book: { rows, changes, instruments } }: Read) {
  const { offices } = await requireSignedIn();
  return (
    <>
      <RowsPanels offices={offices} rows={rows} mayWrite={can(actor, 'policy.write')} />
      <HistoryPanel changes={changes} />
      <LawsPanel laws={instruments} />
      <ExamplesPanel />
    </>
  );
}

async function AsKnown({ actor, wish: { days, typed } }: { actor: Actor; wish: AsKnownWish }) {
  if (!days) return null;
  const { reference } = typed;
  const isReassessed = reference !== '' && can(actor, 'consignment.read');
  const [law, result] = await Promise.all([
    getLawAsKnown(actor, days),
    isReassessed ? reassessAsOfThen(actor, reference) : null,
  ]);
  return (
    <>
      {isReassessed ? <ReassessedPanel reference={reference} result={result} /> : null}
      <AsKnownPanel law={law} />
    </>
  );
}

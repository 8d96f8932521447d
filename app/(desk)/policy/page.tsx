import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { getPolicyBook } from '@/db/queries/policy/get-policy-book';
import { can } from '@/lib/identity/permissions';
import { FIRST_VALUES } from '@/lib/policy/value-fields';
import { LawsPanel, RowsPanel } from './_components/book-panels';
import { HistoryPanel, WaitingPanel } from './_components/change-panels';
import { ExamplesPanel } from './_components/examples-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policy.book'))('title') };
}

/** The law in force: what waits, what stands and stood, the laws it rests on, and examples of others. */
export default async function PolicyPage() {
  const actor = await requireActor('policy.read');
  const [t, tPolicy, book, { offices }] = await Promise.all([
    getTranslations('policy.book'),
    getTranslations('policy'),
    getPolicyBook(actor),
    requireSignedIn(),
  ]);
  const mayWrite = can(actor, 'policy.write');
  const absent = Object.entries(FIRST_VALUES).flatMap(([kind, keys]) =>
    Object.keys(keys).flatMap((key) =>
      book.rows.some((row) => row.kind === kind && row.key === key) ? [] : [{ kind, key }],
    ),
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {can(actor, 'simulation.read') ? (
              <ButtonLink href={routes.simulations()}>{t('simulations')}</ButtonLink>
            ) : null}
            {(mayWrite ? absent : []).map(({ kind, key }) => (
              <ButtonLink key={kind} href={routes.policyChange(kind, key)}>
                {t('add', { kind: tPolicy(`kind.${kind}`) })}
              </ButtonLink>
            ))}
            {mayWrite ? <ButtonLink href={routes.newInstrument()}>{t('newLaw')}</ButtonLink> : null}
          </>
        }
      />
      {book.changes
        .filter(({ decided }) => decided === null)
        .map((change) => (
          <WaitingPanel
            key={change.id}
            change={change}
            present={book.rows.find(
              ({ kind, key, state }) => kind === change.kind && key === change.key && state === 'in_force',
            )}
            isOwn={change.proposed.id === actor.id}
            mayDecide={can(actor, 'policy.decide')}
          />
        ))}
      <RowsPanel offices={offices} rows={book.rows} mayWrite={mayWrite} />
      <HistoryPanel changes={book.changes} />
      <LawsPanel laws={book.instruments} />
      <ExamplesPanel />
    </>
  );
}

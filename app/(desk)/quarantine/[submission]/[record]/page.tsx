import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { recordSentLook } from '@/db/commands/intake/record-sent-look';
import { getMaskedRecord, getRefusedRecord } from '@/db/queries/intake/list-quarantine';
import { mendedTextOf } from '@/db/queries/intake/mended-text';
import { nextRefused } from '@/db/queries/intake/next-refused';
import type { Actor } from '@/lib/identity/actor';
import { placeOf } from '@/lib/intake/place-problem';
import { problemsInText, textOf } from '@/lib/intake/replay-body';
import { NextRefused } from '../../_components/next-refused';
import { AskToSee } from './_components/ask-to-see';
import { ChangesPanel } from './_components/changes-panel';
import { MarkedText } from './_components/marked-text';
import { MendPanel } from './_components/mend-panel';
import { Settled } from './_components/settled';

type Props = {
  params: Promise<{ submission: string; record: string }>;
  searchParams: Promise<{ sent?: string; rule?: string }>;
};

/** A record number of an address; 0, which no record has, where it is none. */
const recordIn = (given: string) => (/^\d{1,9}$/.test(given) ? Number(given) : 0);

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, submission: string, record: string) =>
  orNotFound(getMaskedRecord(actor, submission, Number(record))),
);

/** Staff see a record as it was sent when they ask to, and the look is noted before. */
async function asSentFor(actor: Actor, submission: string, record: string) {
  if (actor.role === 'partner') return find(actor, submission, record);
  await orNotFound(recordSentLook(actor, submission));
  return orNotFound(getRefusedRecord(actor, submission, Number(record)));
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const actor = await requireActor('intake.mend');
  const [{ submission, record }, t] = await Promise.all([params, getTranslations('quarantine')]);
  const { reference } = await find(actor, submission, record);
  return { title: t('record.title', { reference: reference ?? t('noReference') }) };
}

/** One refused record: what is wrong and where, and the text to mend. */
export default async function RefusedRecordPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake.mend');
  const { submission, record: number } = await params;
  const { sent: asked, rule: given } = await searchParams;
  const rule = typeof given === 'string' ? given : null;
  const isMasked = actor.role !== 'partner' && asked !== 'yes';
  const [t, record, next] = await Promise.all([
    getTranslations('quarantine'),
    isMasked ? find(actor, submission, number) : asSentFor(actor, submission, number),
    nextRefused(actor, { submissionId: submission, recordNumber: recordIn(number) }, rule),
  ]);
  const isOpen = record.state === 'open';
  const mended = isMasked || isOpen ? null : await mendedTextOf(actor, record);
  const listHref = routes.quarantine({ rule });
  const nextHref = next && routes.refusedRecord(next.submissionId, next.recordNumber, { rule, sent: asked });
  const text = textOf(record.rows);
  const sent = { format: record.format, header: record.header, delimiter: record.delimiter, text };
  const inText = problemsInText(record.rows, record.problems);
  // Told at the line of the file, as everywhere; found at the line of the text.
  const marked = record.problems.map((problem, index) => ({ problem, place: placeOf(sent, inText[index] ?? problem) }));
  return (
    <>
      <PageHeader
        title={t('record.title', { reference: record.reference ?? t('noReference') })}
        back={{ href: listHref, label: t('record.back') }}
        meta={<Badge tone={isOpen ? 'warning' : 'neutral'}>{t(`state.${record.state}`)}</Badge>}
        actions={nextHref ? <NextRefused href={nextHref} text={t('record.next')} group={t('title')} /> : null}
      />
      <div className="flex flex-col gap-4">
        <Settled record={record} />
        {mended === null ? null : <ChangesPanel record={record} asSent={text} mended={mended} />}
        <Panel
          title={t('record.problems')}
          description={t(isMasked ? 'record.problemsTextMasked' : 'record.problemsText')}
        >
          {isMasked ? (
            <AskToSee submission={submission} record={record.recordNumber} rule={rule} isOpen={isOpen} />
          ) : null}
          <MarkedText text={isMasked ? null : text} marked={marked} format={record.format} />
        </Panel>
        {isOpen && !isMasked ? (
          <MendPanel record={record} text={text} rule={rule} backHref={nextHref ?? listHref} />
        ) : null}
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { recordSentLook } from '@/db/commands/intake/record-sent-look';
import { getReading } from '@/db/queries/intake/get-reading';
import {
  countRefused,
  getSubmission,
  listQuarantined,
  listRefused,
  maySeeSent,
  QUARANTINE_PAGE,
} from '@/db/queries/intake/get-submission';
import { listRemarked } from '@/db/queries/intake/list-remarked';
import { lodgedBy } from '@/db/queries/intake/lodged-by';
import { mendedFrom } from '@/db/queries/intake/mended-from';
import { nextRefused } from '@/db/queries/intake/next-refused';
import { type SentAgainFrom, sentAgainFrom } from '@/db/queries/intake/sent-again-from';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { SubmissionStatus } from '../_components/submission-status';
import { Actions } from './_components/actions';
import { Fate } from './_components/fate';
import { FilePanel } from './_components/file-panel';
import { LodgedPanel } from './_components/lodged-panel';
import { MendedPanel } from './_components/mended-panel';
import { ProblemList } from './_components/problem-list';
import { Processing } from './_components/processing';
import { QualityPanel } from './_components/quality-panel';
import { ReadingNote } from './_components/reading-note';
import { RefusedPanel } from './_components/refused-panel';
import { type RemarksAsked, RemarksPanel } from './_components/remarks-panel';

type Given = string | string[] | undefined;
type Cursors = { after?: Given; lodged?: Given; remarks?: Given; rule?: Given; sent?: string; quarantine?: Given };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Cursors> };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [t, { id }] = await Promise.all([getTranslations('submissions'), params]);
  return { title: t('detail.tab', { id: id.slice(0, 8) }) };
}

/** A record number of an address; 0 where it is none. */
function recordIn(given: Given): number {
  const [text = ''] = [given].flat();
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A rule of an address; null where it is none. */
function ruleIn(given: Given): string | null {
  const [code = ''] = [given].flat();
  return /^[a-z0-9_]{1,60}$/.test(code) ? code : null;
}

type Asked = {
  readonly after: number;
  readonly lodgedAfter: number;
  readonly remarks: RemarksAsked;
  readonly asSent: boolean;
};

/** Staff see refused records as they were sent when they ask to, and the look is noted before. One more than is shown tells of a next page. */
async function refusedOf(actor: Actor, id: string, { after, asSent }: Asked) {
  if (asSent) await recordSentLook(actor, id);
  const found = await (asSent ? listQuarantined : listRefused)(actor, id, after, QUARANTINE_PAGE + 1);
  return { refused: found.slice(0, QUARANTINE_PAGE), isFull: found.length > QUARANTINE_PAGE };
}

async function read(actor: Actor, id: string, asked: Asked) {
  const [submission, { refused, isFull }, mayDownload, quality, reading, lodged, remarked] = await orNotFound(
    Promise.all([
      getSubmission(actor, id),
      refusedOf(actor, id, asked),
      maySeeSent(actor, id),
      getSubmissionQuality(actor, id),
      getReading(actor, id),
      lodgedBy(actor, id, asked.lodgedAfter),
      listRemarked(actor, id, asked.remarks),
    ]),
  );
  const [from, mended] = await Promise.all([
    sentAgainFrom(actor, submission),
    submission.undone ? mendedFrom(actor, id) : null,
  ]);
  const isOpen = submission.status !== 'finished' && submission.status !== 'refused';
  // The page of a large file comes again every moment while it is processed: what is not one's own is counted at the end.
  const seen = isOpen ? submission.quarantined : await countRefused(actor, id);
  return {
    submission,
    from,
    mended,
    isOpen,
    refused,
    isFull,
    elsewhere: submission.quarantined - seen,
    mayDownload,
    quality,
    reading,
    lodged,
    remarked,
    now: new Date(),
  };
}

/** The way on from a refused record that was mended: the next that waits in the list one came by. */
async function nextHrefAfter(actor: Actor, from: SentAgainFrom | null, rule: string | null) {
  const mended = from?.records.at(-1);
  const next = from && mended && (await nextRefused(actor, { ...mended, submissionId: from.submissionId }, rule));
  return next ? routes.refusedRecord(next.submissionId, next.recordNumber, { rule }) : null;
}

export default async function SubmissionPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake.read');
  const { id } = await params;
  const cursors = await searchParams;
  const asSent = cursors.sent === 'yes';
  const [after, lodgedAfter] = [recordIn(cursors.after), recordIn(cursors.lodged)];
  const remarks = { after: recordIn(cursors.remarks), code: ruleIn(cursors.rule) };
  const [t, locale] = await Promise.all([getTranslations('submissions'), getLocale()]);
  const found = await read(actor, id, { after, lodgedAfter, remarks, asSent });
  const { submission, from, mended, isOpen, refused, elsewhere, mayDownload, quality, reading, lodged, now } = found;
  const mayMend = can(actor, 'intake.mend');
  const rule = ruleIn(cursors.quarantine);
  const brought = submission.accepted + submission.updated - (submission.undone?.withdrawn ?? 0);
  const done = submission.accepted + submission.quarantined + submission.unchanged + submission.updated;
  return (
    <>
      <PageHeader
        title={t('detail.title', { at: formatInstant(locale, new Date(submission.receivedAt), 'datetime') })}
        back={{ href: routes.submissions(), label: t('detail.back') }}
        meta={<SubmissionStatus {...submission} />}
        actions={
          <Actions
            submissionId={submission.submissionId}
            mayUndo={can(actor, 'intake.undo') && submission.status === 'finished' && brought > 0}
            mayDownload={mayDownload && !isOpen && submission.bytesErasedAt === null}
            mayMend={mayMend && !isOpen}
            hasRefused={refused.length > 0 || after > 0}
            refusedHref={mayMend && from ? routes.quarantine({ rule }) : null}
            nextRefusedHref={mayMend ? await nextHrefAfter(actor, from, rule) : null}
          />
        }
      />
      <div className="flex flex-col gap-4">
        {isOpen ? <Processing submission={submission} done={done} now={now} /> : null}
        <Fate submission={submission} />
        {mended ? <MendedPanel mended={mended} isUndone /> : null}
        <ReadingNote reading={reading} submissionId={id} mayMap={can(actor, 'intake.map')} />
        <Panel title={t('detail.counts')}>
          <StatRow>
            {(['received', 'accepted', 'updated', 'unchanged', 'quarantined'] as const).map((key) => (
              <Stat
                key={key}
                label={t(`column.${key === 'received' ? 'records' : key}`)}
                value={<Count value={submission[key]} />}
              />
            ))}
            {isOpen ? <Stat label={t('detail.pending')} value={<Count value={submission.received - done} />} /> : null}
          </StatRow>
        </Panel>
        <LodgedPanel submissionId={id} page={lodged} after={lodgedAfter} />
        <FilePanel submission={submission} from={from} mayMend={mayMend} />
        <QualityPanel
          quality={quality}
          refused={submission.quarantined}
          exampleHref={actor.partnerId ? routes.trackedConsignment : undefined}
        />
        <RemarksPanel
          submissionId={id}
          format={submission.format}
          page={found.remarked}
          asked={remarks}
          findings={quality.findings.filter(({ severity }) => severity === 'warning')}
          isSender={can(actor, 'consignment.track')}
        />
        {submission.notices.length > 0 ? (
          <Panel title={t('detail.notices')}>
            <ProblemList problems={submission.notices} format={submission.format} />
          </Panel>
        ) : null}
        {submission.status === 'refused' ? null : (
          <RefusedPanel
            submission={submission}
            refused={refused}
            elsewhere={elsewhere}
            mayMend={mayMend}
            page={{ after, isFull: found.isFull }}
            look={actor.role === 'partner' ? 'own' : asSent ? 'noted' : 'masked'}
          />
        )}
      </div>
    </>
  );
}

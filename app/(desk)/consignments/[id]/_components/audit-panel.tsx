'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { AuditDetail } from '@/db/queries/post-audit/get-audit';
import type { AuditState } from '@/lib/clearance/post-audit';
import { takeAuditAction } from '../audit/actions';
import { AskForAuditForm, type AuditMode, RecordAuditForm, SelectForAuditForm } from './audit-forms';
import type { DeskSubject } from './desk-subject';
import { useActs } from './use-acts';

type AuditPanelProps = { subject: DeskSubject; audit: AuditDetail | null; mayAudit: boolean };

const TONES = {
  waiting: 'warning',
  taken: 'info',
  asked: 'info',
  answered: 'warning',
  overdue: 'danger',
  closed: 'neutral',
  ended: 'neutral',
} as const satisfies Record<AuditState, string>;

/** Whether goods that left are audited, by whom and with what result; and what the officer may do about it. */
export function AuditPanel({ subject, audit, mayAudit }: AuditPanelProps) {
  const t = useTranslations('consignment.audit');
  const [mode, setMode] = useState<AuditMode | null>(null);
  const close = () => setMode(null);
  const acts = useActs(subject, false, close);
  const isReleased = subject.status === 'released';
  const isOpen = audit !== null && audit.state !== 'closed' && audit.state !== 'ended';
  const open = (wanted: AuditMode) => {
    acts.clear();
    setMode(wanted);
  };
  const take = () => {
    const form = new FormData();
    form.set('auditId', audit?.auditId ?? '');
    form.set('seenWith', audit?.takenBy ?? '');
    acts.act(takeAuditAction, form, { done: 'auditTaken', hasNoForm: true });
  };
  const mayWork = mayAudit && isReleased && isOpen && !audit.isOfOwnRelease;
  const isAsked = audit?.state === 'asked' || audit?.state === 'overdue';
  return (
    <Panel title={t('title')} id="audit">
      <div className="flex flex-col gap-3 text-sm">
        {audit ? <AuditFacts audit={audit} /> : <p className="text-muted">{t('none')}</p>}
        {isOpen && !isReleased ? <p className="text-muted">{t('gone')}</p> : null}
        {mayAudit && isOpen && audit.isOfOwnRelease ? <p className="text-muted">{t('ownRelease')}</p> : null}
        {mode === null ? (
          <div className="flex flex-wrap gap-2">
            {mayAudit && isReleased && !isOpen ? <Button onClick={() => open('select')}>{t('select')}</Button> : null}
            {mayWork && !audit.isOwn ? (
              <Button variant={audit.takenBy ? 'secondary' : 'primary'} onClick={take} pending={acts.isPending}>
                {audit.takenByName ? t('takeOver', { name: audit.takenByName }) : t('take')}
              </Button>
            ) : null}
            {mayWork && audit.isOwn ? (
              <>
                {isAsked ? null : <Button onClick={() => open('ask')}>{t(audit.dueAt ? 'askAgain' : 'ask')}</Button>}
                <Button variant="primary" onClick={() => open('record')}>
                  {t('record')}
                </Button>
              </>
            ) : null}
          </div>
        ) : (
          <div className="rounded-md border border-line bg-sunken p-3">
            {mode === 'select' ? <SelectForAuditForm subject={subject} acts={acts} onCancel={close} /> : null}
            {mode === 'ask' && audit ? (
              <AskForAuditForm subject={subject} acts={acts} onCancel={close} auditId={audit.auditId} />
            ) : null}
            {mode === 'record' && audit ? (
              <RecordAuditForm subject={subject} acts={acts} onCancel={close} auditId={audit.auditId} />
            ) : null}
          </div>
        )}
      </div>
    </Panel>
  );
}

function AuditFacts({ audit }: { audit: AuditDetail }) {
  const t = useTranslations('consignment.audit');
  const tResult = useTranslations('clearance.result');
  const { basis, probability, reason, openedByName, openedAt, state, takenByName, dueAt, result, closedAt, endedAs } =
    audit;
  const data = (text: string) => <bdi translate="no">{text}</bdi>;
  const extra = result?.extra;
  const isBack = extra?.amount.startsWith('-') ?? false;
  const isNothing = extra !== undefined && extra !== null && /^0*\.?0*$/.test(extra.amount);
  return (
    <>
      <p>
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      </p>
      <DescriptionList
        items={[
          {
            term: t('basis'),
            value:
              basis === 'drawn'
                ? t('drawn', { probability: probability ?? '' })
                : t.rich('selected', { name: openedByName, data: (name) => <bdi translate="no">{name}</bdi> }),
          },
          ...(reason ? [{ term: t('reason'), value: data(reason) }] : []),
          { term: t('since'), value: <DateTime at={openedAt} /> },
          { term: t('auditor'), value: takenByName ? data(takenByName) : t('nobody') },
          ...(dueAt && closedAt === null ? [{ term: t('answer'), value: <DateTime at={dueAt} /> }] : []),
          ...(closedAt ? [{ term: t(endedAs ? 'ended' : 'closed'), value: <DateTime at={closedAt} /> }] : []),
          ...(endedAs ? [{ term: t('because'), value: t(`endedAs.${endedAs}`) }] : []),
          ...(result ? [{ term: t('result'), value: tResult(result.code) }] : []),
          ...(result?.finding ? [{ term: t('finding'), value: data(result.finding) }] : []),
          ...(result
            ? [
                {
                  term: t(isBack ? 'back' : 'extra'),
                  value: isNothing ? (
                    t('nothing')
                  ) : extra ? (
                    <AmountText amount={extra.amount.replace('-', '')} currency={extra.currency} />
                  ) : (
                    t('extraOpen')
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

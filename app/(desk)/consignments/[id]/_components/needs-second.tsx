'use client';

import { useTranslations } from 'next-intl';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { DeskSubject } from './desk-subject';

/** That a second officer must agree to a decision, and why; nothing where one decides. */
export function NeedsSecond({ subject, kind }: { subject: DeskSubject; kind: DecisionKind }) {
  const t = useTranslations('consignment.act');
  const tRule = useTranslations('clearance.secondRule');
  const rule = subject.secondRules[kind];
  if (rule === undefined) return null;
  const because = tRule.has(rule as 'seizure') ? tRule(rule as 'seizure') : rule;
  return <p className="text-muted text-sm">{t('needsSecond', { rule: because })}</p>;
}

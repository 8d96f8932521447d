'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';

type Act = (previous: ActionState, input: FormData) => Promise<ActionState>;
type StandingDialogProps = {
  kind: 'user' | 'partner';
  name: string;
  isInUse: boolean;
  disable: Act;
  enable: Act;
  /** Whom it is done to. */
  fields: Readonly<Record<string, string>>;
};

/** Shuts an account or a partner out, or lets it in again, with the reason. */
export function StandingDialog({ kind, name, isInUse, disable, enable, fields }: StandingDialogProps) {
  const t = useTranslations(`admin.${kind}`);
  const verb = isInUse ? 'disable' : 'enable';
  return (
    <ReasonDialog
      trigger={<Button variant={isInUse ? 'danger' : 'primary'}>{t(verb)}</Button>}
      title={t(`${verb}Title`, { name })}
      description={t(`${verb}Text`)}
      submit={t(verb)}
      done={t(`${verb}dDone`)}
      action={isInUse ? disable : enable}
      fields={fields}
      isDanger={isInUse}
    />
  );
}

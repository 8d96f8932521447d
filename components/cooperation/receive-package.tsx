'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendFileForm } from '@/components/forms/send-file-form';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/kernel/problem';

type Taken = { exchangeId: string; isKnown: boolean };

/** Sends the file of a package to be checked and opens it; a file that is refused names place, rule and value of each fault. */
export function ReceivePackage({ address, addressOf }: { address: string; addressOf: string }) {
  const t = useTranslations('cooperation');
  const router = useRouter();
  const toast = useToast();

  const problemText = ({ code, line, pointer, value }: Problem) =>
    t('upload.problem', {
      place: pointer || (line === undefined ? t('upload.whole') : t('upload.line', { line })),
      rule: t.has(`problem.${code}`) ? t(`problem.${code}`) : code,
      hasValue: value === undefined ? 'no' : 'yes',
      value: value ?? '',
    });
  const open = ({ exchangeId, isKnown }: Taken) => {
    toast.show({ title: t(isKnown ? 'upload.known' : 'upload.done'), tone: 'success' });
    router.push(`${addressOf}${exchangeId}` as Route);
  };

  return (
    <SendFileForm
      address={address}
      contentType="application/json"
      accept=".json,application/json"
      words={{
        file: t('upload.file'),
        hint: t('upload.hint'),
        send: t('upload.send'),
        choose: t('upload.choose'),
        failed: t('upload.failed'),
      }}
      problemText={problemText}
      onTaken={(answer) => open(answer as Taken)}
    />
  );
}

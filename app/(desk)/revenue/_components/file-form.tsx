'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendFileForm } from '@/components/forms/send-file-form';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/kernel/problem';

type FileFormProps = {
  /** What is in it. */
  of: 'bank' | 'return';
  /** Where it is sent. */
  address: string;
};
type Taken = { lines?: number; matched?: number };

/** Sends a file, says what was read of it, and draws the page anew; a file that is refused names place, field and value of each fault. */
export function FileForm({ of, address }: FileFormProps) {
  const t = useTranslations('collection.upload');
  const router = useRouter();
  const toast = useToast();

  const problemText = ({ code, line, pointer, value }: Problem) => {
    const rule = t.has(`fault.${code}`) ? t(`fault.${code}`) : t('fault.row_broken');
    return t('problem', {
      line: line ?? 1,
      column: pointer || t('wholeRow'),
      rule,
      hasValue: value === undefined ? 'no' : 'yes',
      value: value ?? '',
    });
  };
  const tell = ({ lines = 0, matched = 0 }: Taken) => {
    toast.show({ title: t(`done.${of}`, { lines, matched }), tone: 'success' });
    router.refresh();
  };

  return (
    <SendFileForm
      address={address}
      contentType="text/csv"
      accept=".csv,text/csv"
      words={{
        file: t(`file.${of}`),
        hint: t(`hint.${of}`),
        send: t('send'),
        choose: t('chooseFile'),
        failed: t('failed'),
      }}
      problemText={problemText}
      onTaken={(answer) => tell(answer as Taken)}
    />
  );
}

import { useTranslations } from 'next-intl';
import { TextAreaField } from '@/components/ui/field';

type MendTextProps = { columns: string | null; asSent: string; text: string; onChange: (text: string) => void };

/** The text of a refused record as it stands in the file, below the columns of a CSV file. */
export function MendText({ columns, asSent, text, onChange }: MendTextProps) {
  const t = useTranslations('quarantine.record');
  return (
    <>
      {columns === null ? null : (
        <div className="text-xs">
          <p className="text-muted">{t('columns')}</p>
          <p className="break-all font-mono" translate="no">
            {columns}
          </p>
        </div>
      )}
      <TextAreaField
        name="text"
        label={t('text')}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        rows={Math.min(24, Math.max(6, Math.ceil(asSent.length / 90) + asSent.split('\n').length))}
        spellCheck={false}
        data
        wrap="soft"
      />
    </>
  );
}

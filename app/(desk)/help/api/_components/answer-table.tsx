import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import type { Answer } from '@/lib/api/document';
import { TypeName } from './type-name';

/** Text of the document: paragraphs, with codes in backticks. */
function Said({ text }: { text: string }) {
  return text.split('\n\n').map((paragraph) => (
    <p key={paragraph} className="max-w-prose">
      {paragraph.split('`').map((part, index) =>
        index % 2 === 1 ? (
          <code key={part} className="font-mono text-xs" translate="no">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </p>
  ));
}

/** Every answer of a call: when it comes, with which headers, of which type. */
export function AnswerTable({ call, responses }: { call: string; responses: Readonly<Record<string, Answer>> }) {
  const t = useTranslations('help.api');
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3>{t('answers')}</h3>
      <DataTable
        caption={t('answersOf', { call })}
        captionHidden
        rows={Object.entries(responses)}
        rowKey={([status]) => status}
        columns={[
          {
            key: 'status',
            header: t('column.status'),
            rowHeader: true,
            cell: ([status]) => <Badge tone={status < '400' ? 'success' : 'neutral'}>{status}</Badge>,
          },
          {
            key: 'meaning',
            header: t('column.meaning'),
            className: 'min-w-64',
            cell: ([, { description, headers = {} }]) => (
              <>
                <Said text={description} />
                {Object.entries(headers).map(([name, header]) => (
                  <p key={name} className="text-muted">
                    <code className="font-mono text-xs" translate="no">
                      {name}
                    </code>
                    : {header.description}
                  </p>
                ))}
              </>
            ),
          },
          {
            key: 'body',
            header: t('column.body'),
            className: 'min-w-48',
            cell: ([, { content }]) =>
              Object.entries(content).map(([type, { schema }]) => (
                <p key={type}>
                  <code className="break-words font-mono text-xs" translate="no">
                    {type}
                  </code>{' '}
                  <TypeName schema={schema} />
                </p>
              )),
          },
        ]}
      />
    </section>
  );
}

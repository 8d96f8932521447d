import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { curlOf } from '@/lib/api/curl';
import { typeText } from '@/lib/api/schema-text';
import { AnswerTable } from './answer-table';
import { CallName, type CallView } from './call-table';
import { CodeBlock } from './code-block';
import { ParameterTable } from './parameter-table';
import { TypeName } from './type-name';

/** One call: what it does, a line to try it, what goes in and every answer. */
export function CallPanel({ call, origin }: { call: CallView; origin: string }) {
  const t = useTranslations('help.api');
  const { method, path, operation } = call;
  const curl = curlOf(origin, method, path, operation);
  return (
    <Panel
      id={operation.operationId}
      title={operation.summary}
      description={operation.description}
      className="scroll-mt-4"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <CallName method={method} path={path} />
        <CodeBlock
          text={curl}
          label={t('curlOf', { call: operation.summary })}
          action={<CopyButton text={curl} label={t('copyCurl', { call: operation.summary })} />}
        />
        {operation.parameters ? <ParameterTable call={operation.summary} parameters={operation.parameters} /> : null}
        {operation.requestBody ? (
          <section className="flex min-w-0 flex-col gap-2">
            <h3>{t('body')}</h3>
            <p className="max-w-prose text-sm">{operation.requestBody.description}</p>
            {Object.entries(operation.requestBody.content).map(([type, { schema, example }]) => (
              <details key={type} className="min-w-0 rounded-md border border-line">
                <summary className="min-h-target cursor-pointer px-3 py-1.5 text-sm">
                  <code translate="no">{type}</code>
                </summary>
                {typeText(schema).names.length > 0 ? (
                  <p className="px-3 pb-2 text-sm">
                    {t('bodyType')} <TypeName schema={schema} />
                  </p>
                ) : null}
                {example === undefined ? null : (
                  <CodeBlock
                    text={typeof example === 'string' ? example : JSON.stringify(example, null, 2)}
                    label={t('exampleOf', { type })}
                  />
                )}
              </details>
            ))}
          </section>
        ) : null}
        <AnswerTable call={operation.summary} responses={operation.responses} />
      </div>
    </Panel>
  );
}

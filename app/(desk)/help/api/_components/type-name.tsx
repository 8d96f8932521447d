import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { JsonSchema } from '@/lib/api/json-schema';
import { typeText } from '@/lib/api/schema-text';

/** Where the table of a schema stands on the page. */
export const schemaAnchor = (name: string) => `schema-${name}`;

/** The type of a member: words of the format, or links to the schemas it is made of. */
export function TypeName({ schema }: { schema: JsonSchema }) {
  const t = useTranslations('help.api');
  const { words, names, isList } = typeText(schema);
  return (
    <span translate="no">
      {isList ? `${t('listOf')} ` : null}
      {[...names, ...words].map((word, index) => (
        <span key={word}>
          {index === 0 ? null : ' | '}
          {names.includes(word) ? (
            <TextLink href={`#${schemaAnchor(word)}`}>{word}</TextLink>
          ) : (
            <code className="font-mono text-xs">{word}</code>
          )}
        </span>
      ))}
    </span>
  );
}

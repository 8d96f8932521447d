import { useTranslations } from 'next-intl';
import { useFieldName } from '@/components/consignment/field-label';

function Code({ children }: { children: string }) {
  return (
    <code className="wrap-anywhere font-mono text-muted text-xs" translate="no">
      {children}
    </code>
  );
}

/** What a rule finds, in words; the code alone where the catalogue has none. */
export function useFindingWords(): (code: string) => string {
  const t = useTranslations('quality.finding');
  return (code) => (t.has(code) ? t(code) : code);
}

/** The code of a rule, small, below its words: whoever sends data by a program needs it. */
export function FindingCode({ code }: { code: string }) {
  const words = useFindingWords()(code);
  return words === code ? null : (
    <span className="block">
      <Code>{code}</Code>
    </span>
  );
}

type FieldWordsProps = {
  /** Path of the field in the record. */
  pointer: string;
  /** What the sender's file calls it. */
  place: string;
};

/** A field in words with the sender's own name of it small beside; that name alone where there are no words. */
export function FieldWords({ pointer, place }: FieldWordsProps) {
  const words = useFieldName()(pointer);
  if (words === pointer || words === place) return <Code>{place}</Code>;
  return (
    <span>
      {words} <Code>{place}</Code>
    </span>
  );
}

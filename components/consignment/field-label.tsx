import { useTranslations } from 'next-intl';

/** Names a field by its pointer: `items.0.value` reads `Item 1: Value`. */
export function useFieldName(): (pointer: string) => string {
  const t = useTranslations('consignment');
  const name = (column: string) => (t.has(`field.${column}`) ? t(`field.${column}`) : column);
  return (pointer) => {
    const [, place, column] = /^items\.([^.]+)\.(.+)$/.exec(pointer) ?? [];
    if (!place || !column) return name(pointer);
    const removed = /^removed_(.+)$/.exec(place)?.[1];
    if (removed) return t('itemRemovedField', { item: removed, field: name(column) });
    return t('itemField', { item: Number(place) + 1, field: name(column) });
  };
}

/** The name of a field by its pointer. */
export function FieldLabel({ pointer }: { pointer: string }) {
  return useFieldName()(pointer);
}

import { useTranslations } from 'next-intl';

/** The name of a field by its pointer: `items.0.value` reads `Item 1: Value`. */
export function FieldLabel({ pointer }: { pointer: string }) {
  const t = useTranslations('consignment');
  const name = (column: string) => (t.has(`field.${column}`) ? t(`field.${column}`) : column);
  const [, place, column] = /^items\.([^.]+)\.(.+)$/.exec(pointer) ?? [];
  if (!place || !column) return name(pointer);
  const removed = /^removed_(.+)$/.exec(place)?.[1];
  if (removed) return t('itemRemovedField', { item: removed, field: name(column) });
  return t('itemField', { item: Number(place) + 1, field: name(column) });
}

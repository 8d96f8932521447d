import {
  CONSIGNMENT_COLUMNS,
  type ConsignmentColumn,
  ITEM_COLUMNS,
  type SentItem,
  type SentRecord,
} from '@/lib/consignment/columns';
import { isSellerPersonal } from './mask-party';

/** A field that differs between two versions. Personal fields are named without their values. */
export type FieldChange = {
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly isPersonal: boolean;
};

/** Whether a column describes a person, the country aside. */
export function isPersonalColumn(column: ConsignmentColumn): boolean {
  return /^(sender|recipient)_(?!country$)/.test(column);
}

/** Fields that changed from one version to the next. Items are paired by item number, or by place where they bear none. */
export function diffVersions(before: SentRecord, after: SentRecord): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const column of CONSIGNMENT_COLUMNS) {
    const was = before[column] ?? null;
    const is = after[column] ?? null;
    if (was === is) continue;
    const isPersonal =
      isPersonalColumn(column) || (column === 'seller_name' && (isPrivate(before) || isPrivate(after)));
    changes.push({ pointer: column, before: isPersonal ? null : was, after: isPersonal ? null : is, isPersonal });
  }
  const earlier = byNumber(before.items);
  for (const [index, item] of after.items.entries()) {
    const key = numberOf(item, index);
    changes.push(...diffItem(`items.${index}`, earlier.get(key) ?? {}, item));
    earlier.delete(key);
  }
  for (const [number, item] of earlier) changes.push(...diffItem(`items.removed_${number}`, item, {}));
  return changes;
}

const isPrivate = ({ transaction_type }: SentRecord) => isSellerPersonal(transaction_type);

function diffItem(pointer: string, before: SentItem, after: SentItem): FieldChange[] {
  return ITEM_COLUMNS.filter((column) => (before[column] ?? null) !== (after[column] ?? null)).map((column) => ({
    pointer: `${pointer}.${column}`,
    before: before[column] ?? null,
    after: after[column] ?? null,
    isPersonal: false,
  }));
}

function numberOf(item: SentItem, index: number): string {
  return item.item_number ?? String(index + 1);
}

function byNumber(items: readonly SentItem[]): Map<string, SentItem> {
  return new Map(items.map((item, index) => [numberOf(item, index), item]));
}

import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import type { Places, ReadOptions, SentAct } from '../staged-row';
import type { XmlElement } from './element';

export type QualifiedName = { readonly name: string; readonly namespace: string };

/** A record as an adapter read it. */
export type MappedRecord = {
  readonly sent: SentRecord;
  readonly places: Places;
  readonly act?: SentAct | undefined;
  readonly problems: readonly Problem[];
};

/** One XML format: how its messages are known, where its records stand and how one becomes a record of ours. */
export type XmlFormat = {
  /** What help texts call it by. */
  readonly key: 'canonical' | 'wcoUk' | 'wcoNl' | 'cc415' | 'postalItems';
  readonly root: QualifiedName;
  /** Further namespaces of the root under which the format is taken, such as other releases. */
  readonly isRootNamespace?: (namespace: string) => boolean;
  /** The child of the root that is one record; null where the whole document is one. */
  readonly record: QualifiedName | null;
  /** Names that may stand beside the records; they describe the transmission and are no part of any record. */
  readonly beside: readonly string[];
  /** Whether the root's `count`, where given, must be the number of records. */
  readonly isCounted: boolean;
  /** Whether fields without a column are reported, as in our own formats. Foreign formats are full of them. */
  readonly reportsUnknown: boolean;
  readonly read: (record: XmlElement, options: ReadOptions) => MappedRecord;
};

/** What a partner sent in one point of time: records taken and refused, and the sum of their scores of data quality. */
export type SentRow = {
  readonly partnerId: string;
  readonly partnerName: string;
  /** First day of the point; null where the period compared with is told as a whole. */
  readonly at: string | null;
  readonly records: number;
  readonly refused: number;
  readonly scoreSum: number;
};

export type Sent = { readonly records: number; readonly refused: number; readonly scoreSum: number };
export type PartnerSent = Sent & {
  readonly partnerId: string;
  readonly partnerName: string;
  /** Null without comparison. */
  readonly before: Sent | null;
};

const NOTHING: Sent = { records: 0, refused: 0, scoreSum: 0 };
const added = (a: Sent, b: Sent): Sent => ({
  records: a.records + b.records,
  refused: a.refused + b.refused,
  scoreSum: a.scoreSum + b.scoreSum,
});

/** Adds up what was sent. */
export const sentInAll = (rows: readonly Sent[]): Sent => rows.reduce(added, NOTHING);

/** Share of the records that were refused; null of none. A refused record is none of those taken. */
export function refusedShare({ records, refused }: Sent): number | null {
  return records + refused === 0 ? null : refused / (records + refused);
}

/** Mean score of the records that were taken, from 0 to 100; null of none. */
export function meanScore({ records, scoreSum }: Sent): number | null {
  return records === 0 ? null : scoreSum / records;
}

/** What was sent in each point of a period, points without anything as nothing. */
export function sentByPoint(rows: readonly SentRow[], points: readonly string[]): (Sent & { readonly at: string })[] {
  return points.map((at) => ({ at, ...sentInAll(rows.filter((row) => row.at === at)) }));
}

/** Every partner over the whole period, those with most records first. */
export function sentByPartner(rows: readonly SentRow[], before: readonly SentRow[] | null): PartnerSent[] {
  const names = new Map([...(before ?? []), ...rows].map(({ partnerId, partnerName }) => [partnerId, partnerName]));
  const of = (all: readonly SentRow[], id: string) => sentInAll(all.filter(({ partnerId }) => partnerId === id));
  return [...names]
    .map(([partnerId, partnerName]) => ({
      ...{ partnerId, partnerName },
      ...of(rows, partnerId),
      before: before && of(before, partnerId),
    }))
    .sort((one, other) => other.records - one.records || one.partnerName.localeCompare(other.partnerName, 'en'));
}

/** Series a drawing tells apart at most. */
const SERIES_MAX = 5;

export type PartnerSeries = {
  readonly partners: readonly { readonly partnerId: string; readonly partnerName: string }[];
  /** How many stand together behind the last value of each point; 0: none. */
  readonly others: number;
  readonly points: readonly { readonly at: string; readonly values: readonly number[] }[];
};

/** Records of the largest partners in each point, the others together as the last value; the values of all points add up to the whole. */
export function partnerSeries(rows: readonly SentRow[], points: readonly string[]): PartnerSeries {
  const all = sentByPartner(rows, null).filter(({ records }) => records > 0);
  const apart = all.length > SERIES_MAX + 1 ? all.slice(0, SERIES_MAX) : all;
  const places = new Map(apart.map(({ partnerId }, place) => [partnerId, place]));
  const others = all.length - apart.length;
  return {
    partners: apart.map(({ partnerId, partnerName }) => ({ partnerId, partnerName })),
    others,
    points: points.map((at) => {
      const values: number[] = new Array(apart.length + (others > 0 ? 1 : 0)).fill(0);
      for (const row of rows) {
        const place = places.get(row.partnerId) ?? apart.length;
        if (row.at === at && place < values.length) values[place] = (values[place] ?? 0) + row.records;
      }
      return { at, values };
    }),
  };
}

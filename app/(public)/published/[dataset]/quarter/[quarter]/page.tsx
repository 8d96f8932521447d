import type { Metadata } from 'next';
import { spanMetadata, SpanPage } from '../../../_components/span-page';

type Props = {
  params: Promise<{ dataset: string; quarter: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const quarterAsked = async ({ params, searchParams }: Props) => {
  const [{ dataset, quarter }, { on }] = await Promise.all([params, searchParams]);
  return { dataset, span: quarter, kind: 'quarter', on } as const;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return spanMetadata(await quarterAsked(props));
}

/** One table of a quarter: the sums of its three months. */
export default async function PublishedQuarterPage(props: Props) {
  return <SpanPage {...(await quarterAsked(props))} />;
}

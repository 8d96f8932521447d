import type { Metadata } from 'next';
import { spanMetadata, SpanPage } from '../../../_components/span-page';

type Props = {
  params: Promise<{ dataset: string; year: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const yearAsked = async ({ params, searchParams }: Props) => {
  const [{ dataset, year }, { on }] = await Promise.all([params, searchParams]);
  return { dataset, span: year, kind: 'year', on } as const;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return spanMetadata(await yearAsked(props));
}

/** One table of a year: the sums of its twelve months. */
export default async function PublishedYearPage(props: Props) {
  return <SpanPage {...(await yearAsked(props))} />;
}

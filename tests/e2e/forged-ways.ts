import { type Authority, pageAloneTree, segmentsOf } from './page-authority';

/** A host that is nobody's: no answer may name it. */
export const FORGED_HOST = 'forged.example';

/** One way to ask for a page otherwise than a browser does that opens it. */
export type Way = {
  readonly name: string;
  readonly method?: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** Asked at an address that everybody may read, the page itself being named in headers only. */
  readonly elsewhere?: true;
  /** May be answered without a word of refusal: what is fetched ahead of a page says nothing of who may see it. */
  readonly isAhead?: true;
};

const RSC = { rsc: '1', accept: 'text/x-component' } as const;

/** What the framework, its hosts and proxies have said to each other in headers, each saying that this page is meant and may be given. */
const internal = (page: Authority, path: string) => ({
  'x-middleware-subrequest': Array.from({ length: 5 }, () => 'proxy').join(':'),
  'x-middleware-rewrite': path,
  'x-middleware-next': '1',
  'x-middleware-override-headers': 'x-luxor-path,x-nonce',
  'x-middleware-request-x-luxor-path': path,
  'x-middleware-set-cookie': 'luxor=1',
  'x-invoke-path': path,
  'x-invoke-query': '%7B%7D',
  'x-invoke-output': `/${segmentsOf(page).join('/')}/page`,
  'x-invoke-status': '200',
  'x-matched-path': path,
  'x-now-route-matches': '1=1',
  'x-nextjs-data': '1',
  'x-nextjs-rewrite': path,
  'x-nextjs-rewritten-path': path,
  'x-action-forwarded': '1',
  'x-original-url': path,
  'x-rewrite-url': path,
  'x-luxor-path': `//${FORGED_HOST}/`,
  'x-nonce': 'forged',
  'next-url': path,
  'x-forwarded-host': FORGED_HOST,
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '127.0.0.1',
  forwarded: `for=127.0.0.1;host=${FORGED_HOST};proto=https`,
});

/** Every way a page is asked for. */
export function waysTo(page: Authority, path: string): readonly Way[] {
  const alone = { 'next-router-state-tree': pageAloneTree(page, path) };
  const ahead = { ...RSC, 'next-router-prefetch': '1' };
  const all = internal(page, path);
  return [
    { name: 'as the page without its layouts', headers: { ...RSC, ...alone } },
    { name: 'ahead, without its layouts', headers: { ...ahead, ...alone }, isAhead: true },
    {
      name: 'ahead, one segment',
      headers: { ...ahead, 'next-router-segment-prefetch': `/${segmentsOf(page).join('/')}/__PAGE__` },
      isAhead: true,
    },
    {
      name: 'past the proxy',
      headers: { purpose: 'prefetch', 'x-luxor-path': `//${FORGED_HOST}/`, 'x-nonce': 'forged' },
    },
    { name: 'with headers of the framework', headers: all },
    { name: 'as content with headers of the framework', headers: { ...RSC, ...alone, ...all } },
    { name: 'at another address', headers: all, elsewhere: true },
    { name: 'as what is left of a page begun', method: 'POST', headers: { 'next-resume': '1', ...all } },
    {
      name: 'by an action that is none',
      method: 'POST',
      headers: { ...RSC, ...alone, 'next-action': '7f'.padEnd(42, '0'), 'content-type': 'text/plain;charset=UTF-8' },
    },
  ];
}

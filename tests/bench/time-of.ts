/** Milliseconds from the request of a page to the last byte of it. @throws Error when it is no page */
export async function timeOf(url: string, cookie: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('</html>')) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - startedAt;
}

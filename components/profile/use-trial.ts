import { useEffect, useState } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { plainTree } from './plain-tree';
import type { Tried } from './trial-panel';

/** Asks what conditions would have met. @throws where no answer came */
export async function askTrial(href: string, body: string, signal?: AbortSignal): Promise<Tried> {
  const answer = await fetch(href, { method: 'POST', body, signal });
  if (!answer.ok) throw new Error(String(answer.status));
  const found = await answer.json();
  return 'trial' in found ? { state: 'tried', trial: found.trial } : { state: 'problems', problems: found.problems };
}

/** Long enough for a value to be typed. */
const PAUSE_MS = 400;

/**
 * Tries the conditions whenever they change and nothing more is typed. What was said last stays until the next answer, marked as
 * older; an answer that is overtaken is not shown.
 */
export function useTrial(href: string, query: RuleGroupType): Tried {
  const [tried, setTried] = useState<Tried>({ state: 'pending' });
  const body = JSON.stringify(plainTree(query));
  useEffect(() => {
    const overtaken = new AbortController();
    const timer = setTimeout(async () => {
      setTried((last) => (last.state === 'tried' ? { ...last, isStale: true } : last));
      try {
        setTried(await askTrial(href, body, overtaken.signal));
      } catch {
        if (!overtaken.signal.aborted) setTried({ state: 'failed' });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [href, body]);
  return tried;
}

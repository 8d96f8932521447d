import { describe, expect, it } from 'vitest';
import { Gate } from './gate';

describe('A gate', () => {
  it('lets in as many as it may, keeps the order of the others, and turns away who comes beyond', async () => {
    const gate = new Gate(1, 2);
    const done: string[] = [];
    const visit = async (name: string) => {
      const place = gate.enter();
      if (!place) return done.push(`${name} away`);
      await place.turn;
      await new Promise((resolve) => setImmediate(resolve));
      done.push(name);
      return place.leave();
    };
    await Promise.all(['a', 'b', 'c', 'd'].map(visit));
    expect(done).toEqual(['d away', 'a', 'b', 'c']);
    await visit('e');
    expect(done.at(-1)).toBe('e');
  });
});

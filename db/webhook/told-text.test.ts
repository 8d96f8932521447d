import { describe, expect, it } from 'vitest';
import { toldText } from './told-text';

const written = (ground: string) => `{"deliveryId":"D","sequence":7,"kind":"held","ground":"${ground}","links":{}}`;

describe('what an earlier version wrote into the outbox', () => {
  it.each(['prohibition_check', 'denied_party_check', 'ipr_suspicion'])(
    'is told without %s, all else alike',
    (ground) => {
      expect(toldText('held', written(ground))).toBe(written('other'));
      expect(toldText('hold_lifted', written(ground))).toBe(written('other'));
    },
  );
  it('is told to the byte where it gives no suspicion away', () => {
    const spaced = written('licence_missing').replace(':7', ': 7');
    expect(toldText('held', spaced)).toBe(spaced);
    expect(toldText('accepted', '{"kind":"accepted"}')).toBe('{"kind":"accepted"}');
  });
});

import { expect, it } from 'vitest';
import { STATUSES } from '@/lib/clearance/transitions';
import consignment from '@/lib/messages/en/consignment.json';

it('says why nothing is offered in every state, under another hand and after a lost claim', () => {
  for (const key of [...STATUSES, 'other', 'lost']) expect(consignment.act.why).toHaveProperty(key);
});

import { describe, expect, it } from 'vitest';
import { isPersonalPath } from './personal-path';

describe('a field without a column', () => {
  it.each([
    'GoodsShipment/Buyer/Name',
    'GoodsShipment/Consignee/Address/Line',
    'GoodsShipment/GovernmentAgencyGoodsItem[2]/Exporter/Name',
    'Declarant/Contact/Communication[1]/ID',
    'sender.phone',
    'addressee.email',
  ])('is personal at %s', (path) => expect(isPersonalPath(path)).toBe(true));

  it.each([
    'Declarant/ID',
    'Agent/FunctionCode',
    'Representative/status',
    'GoodsShipment/Consignment/GoodsLocation/Name',
    'items.0.colour',
    'posting_datetime',
    'sender',
  ])('belongs to the goods at %s', (path) => expect(isPersonalPath(path)).toBe(false));
});

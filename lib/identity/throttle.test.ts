import { describe, expect, it } from 'vitest';
import { accountKeyOf, addressKeyOf, clientAddress, isThrottled, networkPrefix, UNKNOWN_ADDRESS } from './throttle';

const stranger = { knownDevice: false, addressKnown: true };
const none = { pair: 0, account: 0, address: 0 };

describe('guessing', () => {
  it('is stopped after ten failures at one account from one place', () => {
    expect(isThrottled({ ...none, pair: 9 }, stranger)).toBe(false);
    expect(isThrottled({ ...none, pair: 10 }, stranger)).toBe(true);
  });
  it('is stopped after a hundred failures at one account from everywhere', () => {
    expect(isThrottled({ ...none, account: 100 }, stranger)).toBe(true);
  });
  it('is stopped after a hundred failures from one place at many accounts', () => {
    expect(isThrottled({ ...none, address: 100 }, stranger)).toBe(true);
  });
  it('by strangers does not lock the owner out of a device that signed in before', () => {
    expect(isThrottled({ pair: 3, account: 500, address: 500 }, { knownDevice: true, addressKnown: true })).toBe(false);
  });
  it('where no address is known does not count everybody as one place', () => {
    expect(isThrottled({ ...none, address: 5000 }, { knownDevice: false, addressKnown: false })).toBe(false);
  });
});

describe('a network prefix', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:51234', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['[2001:db8::1]:443', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, prefix) => {
    expect(networkPrefix(address)).toBe(prefix);
  });
  it.each(['', 'unknown', '999.1.1.1', '1.2.3', '2001:db8', ':::', '2001:db8:::1', 'x'.repeat(50)])(
    'of %j does not exist',
    (address) => {
      expect(networkPrefix(address)).toBeNull();
      expect(addressKeyOf(address)).toBe(UNKNOWN_ADDRESS);
    },
  );
  it('is one for a whole /64, so that rotating within it gains nothing', () => {
    expect(addressKeyOf('2001:db8:1:2::1')).toBe(addressKeyOf('2001:db8:1:2:ffff::9'));
    expect(addressKeyOf('2001:db8:1:3::1')).not.toBe(addressKeyOf('2001:db8:1:2::1'));
  });
});

describe('the address of a browser', () => {
  it('is not believed without a trusted proxy', () => {
    expect(clientAddress('203.0.113.9', 0)).toBeNull();
  });
  it('is what the trusted proxy saw, not what the browser claims', () => {
    expect(clientAddress('6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('6.6.6.6, 203.0.113.9, 10.0.0.1', 2)).toBe('203.0.113.9');
    expect(clientAddress('203.0.113.9', 2)).toBeNull();
  });
});

it('an account has one key however its address is typed', () => {
  expect(accountKeyOf(' Officer1@Luxor.Example ')).toBe(accountKeyOf('officer1@luxor.example'));
});

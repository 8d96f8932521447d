import { goods } from './archetype';

/** Electronics, optics, tools and parts; weights and prices as in the table of wearables. */
export const ELECTRONIC_GOODS = [
  goods('smartphone', '851713', 'electronics', 12, 265, 0.4, 380, [
    'Smartphone 128 GB dual SIM {colour}',
    'Smartphone 6.5 inch 256 GB 5G {colour}',
    'Refurbished smartphone 64 GB, unlocked',
  ]),
  goods('earphones', '851830', 'electronics', 26, 10.5, 0.6, 95, [
    'Wireless earbuds with charging case {colour}',
    'Over-ear headphones, wired, {colour}',
    'In-ear headphones with microphone, 3.5 mm plug',
  ]),
  goods('charger', '850440', 'electronics', 20, 6.8, 0.5, 110, [
    'USB-C wall charger 20 W',
    'Wireless phone charging pad 15 W',
    'Car charger, two USB ports',
  ]),
  goods('cable', '854442', 'electronics', 30, 2.7, 0.5, 45, [
    'USB-C charging cable 1 m, braided',
    'HDMI cable 2 m',
    'Network patch cable Cat6 3 m',
  ]),
  goods('phone case', '392690', 'electronics', 54, 2.3, 0.55, 38, [
    'Silicone phone case {colour}',
    'Transparent phone cover, plastic',
    'Tempered plastic phone holder for desk',
    'Plastic cable clips, pack of {count}',
  ]),
  goods('led lamp', '940521', 'electronics', 14, 9.2, 0.55, 360, [
    'LED desk lamp, dimmable, {colour}',
    'LED night light for bedroom, rechargeable',
    'LED bedside lamp with touch switch',
  ]),
  goods('led bulb', '853952', 'electronics', 9, 3.3, 0.45, 90, [
    'LED bulb E27 9 W warm white, pack of {count}',
    'LED spot GU10, pack of {count}',
  ]),
  goods('torch', '851310', 'electronics', 8, 7.2, 0.5, 160, [
    'LED head torch, rechargeable',
    'Pocket torch, aluminium',
  ]),
  goods('loudspeaker', '851821', 'electronics', 7, 18, 0.5, 420, [
    'Bluetooth loudspeaker, waterproof, {colour}',
    'Shelf loudspeaker, active, {colour}',
  ]),
  goods('web camera', '852589', 'electronics', 7, 22, 0.6, 210, [
    'Indoor security camera 1080p with motion sensor',
    'USB web camera with microphone',
    'Bicycle action camera 4K',
  ]),
  goods('system camera', '852589', 'electronics', 1.6, 820, 0.55, 900, [
    'Mirrorless digital camera body 24 megapixel',
    'Digital camera kit with 18-55 mm lens',
  ]),
  goods('lens', '900211', 'electronics', 1.4, 390, 0.6, 620, [
    'Camera lens 50 mm f/1.8',
    'Telephoto zoom lens 70-300 mm',
  ]),
  goods('drone', '880622', 'electronics', 2.4, 310, 0.55, 780, [
    'Camera drone with remote control, 650 g',
    'Quadrocopter with 4K camera and spare rotors',
  ]),
  goods('laptop', '847130', 'electronics', 4.5, 610, 0.5, 2100, [
    'Notebook computer 14 inch 16 GB RAM',
    'Laptop 15.6 inch 512 GB SSD',
    'Tablet computer 11 inch 256 GB',
  ]),
  goods('keyboard', '847160', 'electronics', 10, 17, 0.55, 520, [
    'Mechanical keyboard, USB, {colour}',
    'Wireless computer mouse {colour}',
  ]),
  goods('storage', '847170', 'electronics', 6, 32, 0.55, 90, [
    'Portable solid state drive 1 TB',
    'Internal solid state drive 480 GB',
  ]),
  goods('computer part', '847330', 'electronics', 5, 29, 0.7, 260, [
    'Memory module DDR4 16 GB',
    'Cooling fan for graphics card',
  ]),
  goods('hair dryer', '851631', 'electronics', 4, 21, 0.5, 680, [
    'Hair dryer 1600 W, ionic',
    'Travel hair dryer 1200 W',
  ]),
  goods('game console', '950450', 'leisure', 2.4, 74, 0.8, 720, [
    'Handheld video game console with 400 games',
    'Video game controller, wireless, {colour}',
  ]),
  goods('brake parts', '870830', 'tools', 6, 24, 0.6, 1300, [
    'Brake pads for passenger car, front axle, set of {count}',
    'Brake discs for passenger car, rear axle, pair',
  ]),
  goods('bicycle part', '871499', 'tools', 10, 10.5, 0.7, 240, [
    'Bicycle saddle, gel, {colour}',
    'Bicycle pedals, aluminium, pair',
    'Bicycle handlebar grips {colour}',
  ]),
  goods('hand tool', '820559', 'tools', 12, 7.4, 0.55, 330, [
    'Tile levelling tool set',
    'Watch repair tool kit, {count} pieces',
    'Paint scraper, stainless blade',
  ]),
  goods('wrench', '820411', 'tools', 5, 12.5, 0.5, 640, [
    'Ratchet spanner set, {count} pieces',
    'Torque wrench 10-60 Nm',
  ]),
  goods('thermometer', '902519', 'tools', 5, 8.2, 0.4, 90, [
    'Infrared thermometer for kitchen use',
    'Digital room thermometer with hygrometer',
  ]),
] as const;

import { goods } from './archetype';

/** Home, beauty, leisure and printed matter; weights and prices as in the table of wearables. */
export const HOUSEHOLD_GOODS = [
  goods('kitchen plastic', '392410', 'home', 24, 4.1, 0.55, 210, [
    'Silicone baking mould, {count} cups',
    'Plastic food storage boxes, set of {count}',
    'Vegetable slicer, plastic, with five blades',
  ]),
  goods('plastic figure', '392640', 'home', 12, 3.2, 0.6, 90, [
    'Resin garden figure, hedgehog',
    'Plastic fridge magnets, set of {count}',
  ]),
  goods('steel kitchenware', '732393', 'home', 14, 7.6, 0.55, 340, [
    'Stainless steel drinking straws, set of {count}',
    'Stainless steel mixing bowl 24 cm',
    'Espresso milk jug, stainless steel',
  ]),
  goods('cutlery', '821520', 'home', 6, 11.5, 0.5, 480, ['Cutlery set, stainless steel, {count} pieces']),
  goods('ceramic cup', '691200', 'home', 8, 7.2, 0.45, 420, [
    'Ceramic coffee mug {colour}',
    'Stoneware bowl, hand glazed',
  ]),
  goods('flask', '961700', 'home', 10, 9.6, 0.4, 380, [
    'Vacuum flask 500 ml {colour}',
    'Insulated drinking bottle {colour}',
  ]),
  goods('towel', '630260', 'home', 8, 6.4, 0.45, 360, [
    'Cotton terry bath towel {colour}',
    'Cotton hand towels, set of {count}',
  ]),
  goods('cushion cover', '630493', 'home', 12, 4.2, 0.45, 150, [
    'Polyester cushion cover 45 x 45 cm {colour}',
    'Sofa cover, stretch polyester, {colour}',
  ]),
  goods('cushion', '940490', 'home', 6, 12.5, 0.5, 900, ['Memory foam neck pillow', 'Quilted seat cushion {colour}']),
  goods('cleaning cloth', '630790', 'home', 14, 3.1, 0.55, 130, [
    'Shoe bags, non-woven, set of {count}',
    'Textile storage basket, foldable, {colour}',
    'Pet harness, polyester webbing, {size}',
  ]),
  goods('steel article', '732690', 'home', 12, 5.1, 0.6, 260, [
    'Wall hooks, steel, pack of {count}',
    'Steel tent pegs, set of {count}',
  ]),
  goods('aluminium article', '761699', 'home', 7, 6.2, 0.55, 190, [
    'Aluminium laptop stand, foldable',
    'Aluminium carabiner, set of {count}',
  ]),
  goods('wooden box', '442090', 'home', 6, 8.1, 0.5, 350, [
    'Wooden jewellery box',
    'Wooden tea box with six compartments',
  ]),
  goods('artificial flowers', '670290', 'home', 8, 5.2, 0.5, 180, [
    'Artificial eucalyptus garland 2 m',
    'Silk peony bouquet',
  ]),
  goods('massager', '901910', 'beauty', 4, 26, 0.5, 780, ['Neck massager, heated', 'Massage gun with {count} heads']),
  goods('skin care', '330499', 'beauty', 26, 8.2, 0.65, 110, [
    'Facial serum with hyaluronic acid 30 ml',
    'Sun screen cream SPF 50, 50 ml',
    'Sheet face masks, box of {count}',
    'Eye shadow palette, {count} shades',
  ]),
  goods('shampoo', '330510', 'beauty', 6, 8.6, 0.45, 330, ['Hair shampoo with argan oil 300 ml', 'Solid shampoo bar']),
  goods('make-up brush', '960329', 'beauty', 14, 3.4, 0.5, 70, [
    'Make-up brush set, {count} pieces',
    'Detangling hair brush {colour}',
  ]),
  goods('wig', '670420', 'beauty', 5, 19, 0.6, 240, [
    'Human hair extensions, clip-in',
    'Human hair wig, 40 cm, {colour}',
  ]),
  goods('toy', '950300', 'leisure', 44, 6.8, 0.65, 290, [
    'Wooden puzzle for children, {count} pieces',
    'Remote control toy car {colour}',
    'Plush toy rabbit 30 cm',
    'Building blocks set, {count}0 pieces',
    'Doll house furniture set',
  ]),
  goods('board game', '950490', 'leisure', 6, 13, 0.5, 520, [
    'Board game, strategy, English edition',
    'Wooden chess set',
  ]),
  goods('festive', '950590', 'leisure', 10, 3.6, 0.55, 110, [
    'Party balloons and garland set, latex',
    'Halloween costume mask, latex',
  ]),
  goods('christmas', '950510', 'leisure', 6, 4.4, 0.55, 190, [
    'Christmas tree baubles, set of {count}',
    'Advent wreath ornament',
  ]),
  goods('fitness', '950691', 'leisure', 10, 9.8, 0.6, 520, [
    'Resistance bands, set of {count}',
    'Yoga block, cork',
    'Skipping rope with counter',
  ]),
  goods('guitar', '920290', 'leisure', 1.8, 142, 0.6, 2600, [
    'Acoustic guitar, spruce top',
    'Ukulele, mahogany, with bag',
  ]),
  goods('notebook', '482010', 'leisure', 8, 4.2, 0.45, 240, [
    'Hardcover notebook A5 dotted',
    'Weekly planner, leatherette',
  ]),
  goods('book', '490199', 'leisure', 12, 11.5, 0.5, 430, [
    'Printed book, hardcover novel',
    'Comic book, paperback, volume {count}',
  ]),
  goods('sticker', '491199', 'leisure', 10, 2.6, 0.55, 30, [
    'Printed vinyl stickers, {count} sheets',
    'Art print A4, unframed',
  ]),
  goods('painting', '970191', 'leisure', 0.6, 780, 0.9, 1900, ['Oil painting on canvas, hand painted, framed']),
] as const;

import { goods } from './archetype';

/**
 * Clothing, footwear, bags, jewellery, watches. Weights follow the chapter mix of Korea Customs' synthetic e-commerce
 * declarations (MIT licence) and the categories of the IPC cross-border shopper survey; prices are set by hand.
 */
export const WEARABLE_GOODS = [
  goods('t-shirt', '610910', 'apparel', 42, 5.4, 0.45, 170, [
    'Cotton T-shirt, short sleeve, {colour}, size {size}',
    "Men's knitted cotton T-shirt {colour} {size}",
    "Women's cotton crew neck T-shirt, printed, {colour}",
    "Children's cotton T-shirt with dinosaur print",
  ]),
  goods('sweater', '611030', 'apparel', 22, 10.5, 0.45, 420, [
    'Polyester fleece hoodie, {colour}, size {size}',
    "Women's knitted acrylic cardigan {colour}",
    'Knitted pullover, man-made fibres, {size}',
  ]),
  goods('leggings', '610462', 'apparel', 20, 7.2, 0.4, 220, [
    "Women's knitted cotton leggings {colour} {size}",
    "Girls' cotton jogging trousers {colour}",
    'High waist yoga leggings, cotton and elastane, {size}',
  ]),
  goods('dress', '620443', 'apparel', 26, 11.2, 0.5, 300, [
    "Women's polyester summer dress {colour} size {size}",
    'Chiffon midi dress, synthetic fibres, {colour}',
    'Evening dress, woven polyester, long, {colour}',
  ]),
  goods('jeans', '620342', 'apparel', 14, 15.5, 0.45, 620, [
    "Men's cotton denim jeans {colour} {size}",
    "Men's woven cotton cargo trousers {colour}",
    "Boys' cotton chino shorts",
  ]),
  goods('shirt', '620520', 'apparel', 10, 11.5, 0.4, 260, [
    "Men's woven cotton shirt, long sleeve, {colour}",
    "Men's cotton linen shirt size {size}",
  ]),
  goods('bra', '621210', 'apparel', 12, 6.5, 0.45, 110, [
    'Seamless brassiere {colour} size {size}',
    'Sports bra, padded, {colour}',
  ]),
  goods('pyjamas', '610831', 'apparel', 8, 10.5, 0.4, 340, [
    "Women's cotton knitted pyjama set {colour}",
    'Cotton nightdress, short sleeve, size {size}',
  ]),
  goods('socks', '611595', 'apparel', 18, 3.1, 0.45, 120, [
    'Cotton ankle socks, {count} pairs',
    "Men's cotton crew socks {colour}, pack of {count}",
  ]),
  goods('scarf', '611710', 'accessory', 10, 5.2, 0.5, 140, [
    'Knitted winter scarf {colour}',
    "Women's knitted shawl, fringed, {colour}",
  ]),
  goods('cap', '650500', 'accessory', 14, 5.1, 0.45, 110, [
    'Baseball cap, cotton twill, {colour}',
    'Knitted beanie hat {colour}',
    'Sun hat, folded brim, polyester',
  ]),
  goods('trainers', '640411', 'apparel', 18, 19.5, 0.5, 780, [
    "Men's running shoes, textile upper, rubber sole, {colour}",
    "Women's training shoes, mesh, {colour}",
    'Basketball shoes, textile upper',
  ]),
  goods('sandals', '640299', 'apparel', 14, 9.2, 0.45, 480, [
    'Plastic slippers, non-slip, {colour}',
    "Women's platform sandals, synthetic upper",
    'Bath slippers, EVA, {colour}',
  ]),
  goods('backpack', '420292', 'accessory', 4, 64, 0.4, 2100, [
    'Hiking backpack 50 l, nylon, {colour}',
    'Camera backpack, padded nylon, {colour}',
  ]),
  goods('umbrella', '660191', 'accessory', 9, 7.8, 0.45, 360, [
    'Folding umbrella {colour}',
    'Pocket umbrella, automatic, {colour}',
  ]),
  goods('handbag', '420221', 'accessory', 7, 118, 0.35, 820, [
    "Women's leather handbag {colour}",
    'Leather shoulder bag, hand stitched, {colour}',
    'Cowhide crossbody bag with metal clasp',
  ]),
  goods('belt', '420330', 'accessory', 14, 6.4, 0.5, 170, [
    "Men's leather belt {colour}",
    'Leather waist belt with metal buckle, size {size}',
  ]),
  goods('imitation jewellery', '711719', 'accessory', 46, 2.4, 0.6, 22, [
    'Stainless steel necklace with pendant',
    'Gold-plated alloy earrings, {count} pairs',
    'Alloy charm bracelet, adjustable',
    'Zirconia ring, copper alloy, size {size}',
  ]),
  goods('silver jewellery', '711311', 'accessory', 6, 32, 0.5, 18, [
    'Sterling silver 925 ring',
    'Silver 925 chain necklace 45 cm',
    'Silver stud earrings with cubic zirconia',
  ]),
  goods('wristwatch', '910211', 'accessory', 9, 68, 0.45, 150, [
    "Men's quartz wristwatch, steel bracelet",
    "Women's quartz wristwatch, leather strap {colour}",
    'Quartz chronograph wristwatch',
  ]),
  goods('automatic watch', '910221', 'accessory', 3, 265, 0.5, 180, [
    'Automatic wristwatch, sapphire glass',
    "Men's self-winding wristwatch, steel",
  ]),
  goods('sunglasses', '900410', 'accessory', 16, 4.6, 0.5, 60, [
    'Polarised sunglasses {colour} frame',
    'Cycling sunglasses, UV400',
    "Children's sunglasses {colour}",
  ]),
  goods('hair clips', '961511', 'accessory', 18, 1.9, 0.5, 35, [
    'Plastic hair claw clips, set of {count}',
    'Hair slides, acetate, {colour}',
  ]),
] as const;

/** What goods of chapters 01 to 22 are called, a heading a line; see `goods-terms.ts`. */
export const FOOD = `
0101 horse; pony; donkey; mule; ass
0102 cattle; cow; bull; calf, live
0103 pig; swine; piglet; boar
0104 sheep; goat; lamb, live; ram
0105 chicken, live; poultry, live; chicks; duckling; turkey, live; geese, live; guinea fowl; hen
0106 live animal; reptile, live; insects, live; live rabbit; live snail; live bees; feeder insects; parrot; cockroach, live; cat, live; dog, live; primate; whale; camel, live; ferret; snake; python; lizard; pigeon; ostrich; bee; ladybird; guinea pig; hamster; gerbil; otter; beaver
0201 fresh beef
0202 frozen beef; beef, frozen
0203 pork; pork belly; pork chop
0204 lamb; mutton; goat meat
0205 horse meat
0206 offal; liver; tongue, fresh; tail; kidney; tripe
0207 chicken breast; turkey meat; chicken wings, frozen; duck breast; whole chicken
0208 rabbit meat; venison; game meat; frog legs; reptile meat
0209 pig fat; poultry fat; pork fat
0210 ham; bacon; jerky; cured meat; biltong; dried meat; prosciutto; salted pork
0301 live fish; trout, live; goldfish; koi; ornamental fish; carp, live; eel, live; tropical fish; aquarium fish
0302 fresh fish; fresh salmon; plaice; sole; halibut; turbot; fish, fresh; mackerel, fresh; herring, fresh; cod, fresh; bream; sea bass; roe, fresh; tuna, fresh
0303 frozen fish; frozen salmon; mackerel, frozen; whole tuna, frozen; hake, frozen; haddock, frozen; fish, frozen; herring, frozen
0304 fish fillet; salmon fillet; cod fillet
0305 smoked salmon; dried fish; stockfish; salt cod; anchovy, salted; dried cod; fish, dried; fish meal, edible; roe, dried; kipper; fish fin; shark fin; haddock, smoked
0306 shrimp; prawn; lobster; crab; crayfish; krill
0307 squid; octopus; oyster; mussel; scallop; clam; snail; cuttlefish
0308 sea cucumber; jellyfish; sea urchin; aquatic invertebrate
0401 milk; cream, fresh; whole milk
0402 milk powder; condensed milk; powdered milk; evaporated milk
0403 yogurt; yoghurt; kefir; buttermilk; sour cream; yogurt drink
0404 whey
0405 butter; ghee; dairy spread
0406 cheese; mozzarella; parmesan; cheddar; feta; brie; gouda; cream cheese
0407 egg; eggs in shell; hatching egg
0408 egg yolk; liquid egg; egg powder; eggs, not in shell; birds egg, dried
0409 honey; manuka honey; honeycomb
0410 edible bird nest; royal jelly; bird's nest; edible insects
0501 human hair, raw; hair waste
0502 bristle; hog bristle; badger hair
0504 casing, sausage; gut; bladder; stomach, animal
0505 feather; down, raw
0506 bone, raw; ossein; bone meal
0507 ivory, raw; tortoise-shell; whalebone; antler, raw; hoof
0508 coral, unworked; sea shell; cuttle bone; shell, raw; mother of pearl, raw
0510 ambergris; musk; castoreum; cantharides
0511 animal semen; sponge, natural; dried animal products; fish bait; bloodworm; semen; cochineal; dead animals; tendon; blood, animal; silkworm egg
0601 bulb; flower bulbs; tuber; tulip bulbs; rhizome; dahlia
0602 plant; live plant; house plant; cactus; succulent; seedling; rose bush; bonsai; cutting; tree, live; shrub; orchid plant; plug plants; mushroom spawn
0603 bouquet; cut flower; dried flower; fresh rose; flower arrangement; flowers, cut; preserved rose; dried lavender; preserved flower
0604 christmas tree, natural; moss; foliage; wreath, natural; pampas grass; dried leaves; fern; branch; reindeer moss
0701 potato
0702 tomato; tomatoes, fresh
0703 onion; garlic; leek; shallot
0704 cabbage; broccoli; cauliflower; kale; brussels sprout; kohlrabi
0705 lettuce; chicory; salad leaves
0706 carrot; turnip; beetroot; radish; celeriac
0707 cucumber; gherkin, fresh
0708 peas; green beans; broad bean; legume, fresh
0709 asparagus; spinach; mushroom, fresh; pepper, fresh; aubergine; courgette; pumpkin; artichoke; celery; chilli, fresh; sweetcorn, fresh; olive, fresh; okra; squash; truffle, fresh; globe artichoke; fennel, fresh; rhubarb; capsicum
0710 frozen vegetables; vegetables, frozen; frozen peas; sweetcorn, frozen
0711 provisionally preserved; olives, in brine; capers, in brine; cucumbers, provisionally
0712 dried mushroom; dried vegetables; dried onion; dried tomato; garlic powder; mushroom, dried; shiitake; onion flakes
0713 lentil; chickpea; dried bean; kidney bean; dried peas; mung bean; split pea; pulses; black bean
0714 sweet potato; cassava; yam; taro; arrowroot; salep; dasheen; jerusalem artichoke; sago pith
0801 coconut; cashew; brazil nut; desiccated coconut
0802 almond; walnut; pistachio; hazelnut; chestnut; macadamia; pecan; pine nut; betel nut; nuts; areca; cola nut; kola
0803 banana; plantain
0804 date; fig; mango; avocado; pineapple; guava; dates, dried; medjool
0805 orange; lemon; lime; grapefruit; mandarin; clementine; citrus
0806 grape; raisin; sultana; currants, dried
0807 melon; watermelon; papaya
0808 apple; pear; quince
0809 cherry, fresh; peach; plum; apricot; nectarine
0810 strawberry; raspberry; blueberry; kiwi; cranberry; pomegranate; durian; lychee; passion fruit; dragon fruit; blackberry; persimmon; gooseberry; longan; tamarind, fresh; currants, fresh; jackfruit
0811 frozen fruit; fruit, frozen; frozen berries
0812 fruit, provisionally preserved; cherries, in brine
0813 dried fruit; prune; dried apricot; dried mango; goji berry; dried apple; fruit, dried
0814 citrus peel; peel; melon peel
0901 coffee; coffee beans; ground coffee; coffee capsules; coffee pods; espresso; nespresso; decaf; roasted coffee; lavazza; coffee bag
0902 tea; green tea; black tea; tea bags; earl grey; matcha; oolong; chai; jasmine tea; loose leaf tea; pu erh; breakfast tea; darjeeling
0903 mate; yerba mate
0904 pepper; black pepper; paprika; chilli powder; chili flakes; peppercorn; cayenne; gochugaru
0905 vanilla pod; vanilla bean
0906 cinnamon
0907 clove; cloves
0908 nutmeg; cardamom; mace
0909 cumin; coriander seed; anise; fennel seed; caraway
0910 ginger; turmeric; saffron; curry powder; spice; spices; thyme; bay leaf; spice mix; masala; mixed spice
1001 wheat; durum
1002 rye
1003 barley
1004 oats, grain
1005 maize; corn, grain; popcorn kernels; popping corn
1006 rice; basmati; jasmine rice; risotto rice; sushi rice
1007 sorghum; grain sorghum
1008 buckwheat; millet; quinoa; bird seed; canary seed
1101 flour; wheat flour; bread flour; plain flour; meslin flour
1102 rice flour; corn flour; rye flour
1103 semolina; groats; couscous grain; pellets, cereal; grits; meal, cereal
1104 oats; rolled oats; oatmeal; wheat germ; porridge oats; rolled grain; flaked; pearl barley; germ, cereal
1105 potato flakes; mashed potato, dried; potato flour; potato granules
1106 flour, pulses; sago flour; chickpea flour; banana flour; gram flour
1107 malt
1108 starch; corn starch; tapioca starch; inulin
1109 wheat gluten; gluten
1201 soya beans
1202 peanut, raw; groundnut
1203 copra
1204 linseed; flaxseed
1205 rape seed; colza seed; rapeseed, seed
1206 sunflower seed
1207 sesame seed; poppy seed; hemp seed; chia seed; mustard seed; pumpkin seed
1208 oil seed flour; mustard flour
1209 seeds; seed for sowing; grass seed; flower seeds; vegetable seeds; seed packet; tomato seeds; wildflower seeds; seeds for planting
1210 hops
1211 ginseng; dried herb; mint leaves; basil; rosemary; oregano; herbal; medicinal plant; ashwagandha; moringa; dried root; lavender, dried; chamomile; sage bundle; palo santo; kratom; liquorice root; pyrethrum; poppy straw; tonquin; coca leaf; ephedra
1212 seaweed; algae; nori; kelp; spirulina; locust bean; sugar beet; sugar cane, raw; apricot stones; chicory root
1213 straw, cereal; husk; chaff
1214 hay; alfalfa; lucerne; clover; fodder; swede; sainfoin; vetch
1301 gum arabic; resin, natural; frankincense; myrrh; shellac; lac; balsam; gum, natural; oleoresin; natural gum
1302 plant extract; agar; pectin; vanilla extract; aloe extract; herbal extract; hop extract; liquorice extract; ginseng extract; carrageenan; opium; vegetable sap; agar-agar; thickener, vegetable
1401 bamboo, raw; rattan; reed; raffia; wicker
1404 loofah; cotton linter; vegetable product; esparto; kapok; henna leaves; couch grass; betel leaf
1501 lard; pig fat, rendered; goose fat
1502 tallow; beef dripping; suet, rendered
1503 lard stearin; tallow oil
1504 fish oil; cod liver oil; omega oil
1505 lanolin; wool grease
1506 neat's foot oil; bone oil; animal oil
1507 soya oil
1508 groundnut oil; peanut oil
1509 olive oil; extra virgin
1511 palm oil
1512 sunflower oil; safflower oil
1513 coconut oil; palm kernel oil
1514 rapeseed oil; mustard oil
1515 sesame oil; castor oil; jojoba oil; argan oil; avocado oil; flaxseed oil; hemp oil; linseed oil; vegetable oil; rosehip oil; black seed oil
1516 shortening; hydrogenated oil
1517 margarine; cooking fat; vegetable spread
1518 linoxyn; boiled oil; blown oil; colza oil, boiled; oil, oxidised
1520 crude glycerol; glycerol waters
1521 beeswax; vegetable wax; soy wax; carnauba wax
1522 degras
1601 sausage; salami; frankfurter; chorizo; pepperoni; hot dog; black pudding; sausages
1602 meatball; corned beef; canned meat; chicken nuggets; pate; luncheon meat; spam; pulled pork; turkey slices; chicken burger; cooked chicken; roast beef; cooked ham; chicken kiev
1603 meat extract; fish extract; meat juice
1604 canned tuna; sardine; caviar; anchovy; tuna; fish paste; fish finger; fish cake; tinned fish; mackerel
1605 canned crab; prepared prawn; crab paste; canned mussel; abalone, prepared; shrimp, prepared; clams, prepared; squid, prepared; snails, prepared; oysters, prepared; lobster, prepared; crustaceans, prepared; molluscs, prepared
1701 sugar; cane sugar; brown sugar; icing sugar; caster sugar
1702 maple syrup; glucose; fructose; golden syrup; agave; sugar syrup; lactose; syrup; dextrose
1703 molasses; treacle, black
1704 candy; sweets; chewing gum; liquorice; gummy; marshmallow; nougat; toffee; lollipop; jelly beans; haribo; fudge; pick n mix; fizzy sweets; white chocolate; mints; halva; candy cane; gummies; sherbet; bonbon; boiled sweets; swizzels; sweet mix; jelly sweets; cola bottles; turkish delight; mentos; tic tac; bubble gum; skittles; nerds; fruit chews
1801 cocoa bean
1802 cocoa husk; cocoa shell
1803 cocoa paste; cocoa mass
1804 cocoa butter
1805 cocoa powder
1806 chocolate; chocolate bar; chocolate box; chocolates; truffle; hot chocolate; kitkat; nutella; ferrero; lindt; cadbury; chocolate egg; easter egg; chocolate coins; brownie mix; chocolate spread; mars; snickers; toblerone; galaxy; praline; choc; chocolate buttons; kinder; milka; daim; drinking chocolate; twix; maltesers; reese
1901 infant formula; baby milk; baby food; cake mix; pancake mix; malt drink; batter mix; first infant milk; follow on milk; aptamil; kendamil; dough; formula milk; hipp; cow gate; bread mix; baby cereal; pizza dough
1902 pasta; noodle; instant noodles; ramen; spaghetti; macaroni; couscous; lasagne; udon; ravioli; dumpling; gyoza; vermicelli; rice noodles; gnocchi; buldak; indomie; samyang; yakisoba; nongshim; tortellini; pad thai
1903 tapioca; tapioca pearls; sago
1904 cereal; cornflakes; muesli; granola; puffed rice; breakfast cereal; kelloggs; rice cake, puffed; corn snack; bulgur; popcorn; cheerios; pop corn; rice crispies; microwave rice
1905 biscuit; cookie; bread; cake; cracker; wafer; crispbread; pastry; pizza; muffin; tortilla; brownie; doughnut; waffle; crumpet; pretzel; gingerbread; shortbread; oreo; croissant; pie; bun; panettone; sponge cake; macaron; scone; cupcake; rice cracker; prawn cracker; flapjack; bagel; baguette; papadum; ice cream cone; malt loaf; cookies; biscuits; cakes; crisps, baked; tart; pitta; naan; mochi; cheesecake; cornish pasty
2001 pickle; gherkin; olives in vinegar; pickled onion; kimchi; chutney; capers; pickled
2002 canned tomato; tomato paste; passata; tomato puree; tomatoes, tinned; chopped tomatoes
2003 canned mushroom; truffle, preserved
2004 french fries; frozen chips; chips, frozen; hash brown
2005 olives; baked beans; sauerkraut; canned vegetables; crisps; potato crisps; pringles; hummus; sweetcorn; vegetables, prepared; falafel; bean stew; potato chips; doritos; sweet corn, prepared; asparagus, prepared; beans, prepared; vegetables, preserved
2006 candied fruit; glace cherry; crystallised ginger
2007 jam; marmalade; fruit puree; jelly, fruit; preserve; fruit spread; cranberry sauce
2008 peanut; peanut butter; roasted nuts; canned fruit; nut butter; salted peanuts; fruit salad; pineapple, tinned; almond butter; mixed nuts; banana chips; fruit pot; peaches in syrup; trail mix; seaweed snack
2009 fruit juice; orange juice; apple juice; coconut water; smoothie; tomato juice; juice; lemon juice; cranberry juice
2101 instant coffee; coffee extract; iced tea mix; tea extract; coffee sachets; 3 in 1 coffee; nescafe; chicory, roasted; latte sachets; instant tea
2102 yeast; baking powder; nutritional yeast
2103 sauce; ketchup; mayonnaise; mustard; soy sauce; seasoning; hot sauce; curry paste; condiment; dressing; marinade; chilli sauce; fish sauce; pasta sauce; pesto; sriracha; stir fry sauce; stock seasoning; gravy, sauce; tomato sauce; salad dressing; worcestershire sauce; bbq sauce; oyster sauce; curry sauce; vegetable seasoning; pepper sauce; salsa; cooking sauce
2104 soup; stock cube; broth; bouillon; stock pot; gravy granules; miso soup; soup mix
2105 ice cream; ice lolly; sorbet
2106 supplement; food supplement; protein powder; vitamin; multivitamin; collagen; protein bar; whey protein; creatine; protein shake; dietary supplement; pre workout; capsule supplement; probiotic; fish oil capsules; vitamin gummies; magnesium tablets; meal replacement; tofu; squash drink; cordial; energy gel; fat burner; electrolyte; food preparation; syrup, flavoured; sweetener; omega 3; zinc tablets; vitamin c; vitamin d; biotin; apple cider gummies; jelly crystals; cake decoration, sugar; sprinkles; nutrition; glucosamine; melatonin; food colouring powder; protein; jelly; custard powder; coffee creamer; bcaa; huel; peptide supplement; turmeric capsules; ashwagandha capsules; flavoured syrup; whipped topping; soy protein
2201 water; mineral water; sparkling water; spring water; ice; bottled water; evian
2202 soft drink; energy drink; lemonade; cola; soda; iced tea; flavoured water; coca cola; red bull; fanta; pepsi; oat milk; almond milk; soya drink; tonic water; monster energy; ginger beer; milkshake; sports drink; ribena; nutritional drink; non alcoholic beer; prime hydration; kombucha; sprite; oat drink; squash, ready to drink; drink, non alcoholic; chocolate milk drink; juice drink; fortisip; complete nutrition drink
2203 beer; lager; ale; ipa; stout; pilsner; guinness; craft beer; bitter beer
2204 wine; red wine; white wine; champagne; prosecco; rose wine; sherry; port wine; sauvignon; merlot; malbec; cava; rioja; chardonnay; pinot; sparkling wine; veltliner; bordeaux; shiraz; cabernet; riesling
2205 vermouth; martini
2206 cider; perry; mead; sake; mulled wine
2207 ethanol; denatured alcohol; ethyl alcohol; bioethanol; methylated spirit
2208 whisky; whiskey; vodka; gin; rum; brandy; liqueur; tequila; cognac; spirits; bourbon; soju; baileys; single malt; scotch; absinthe; spiced rum; limoncello; cocktail, alcoholic; schnapps; advocaat; mezcal; sambuca; baijiu; amaretto
2209 vinegar; apple cider vinegar; balsamic
`;

// Source: Harmonized System, edition 2022 (WCO): the codes are facts. The wording is ours, short, and has no legal force.
// A selection of the subheadings most used in cross-border e-commerce; the complete list is loaded at run time.

const SUBHEADINGS = `
040900 Natural honey
090111 Coffee, not roasted
090121 Coffee, roasted
090210 Green tea in small packs
090240 Black tea
091091 Spice mixtures
120991 Vegetable seeds for sowing
130219 Plant extracts
151590 Vegetable oils, other
170490 Sweets without cocoa
180631 Filled chocolate bars
180690 Chocolate and cocoa foods, other
190110 Infant food
190219 Uncooked pasta
190230 Instant noodles, prepared pasta
190531 Sweet biscuits
190590 Bakery wares, other
200819 Nuts and seeds, prepared
210111 Coffee extracts, instant coffee
210390 Sauces and seasonings
210690 Food preparations, supplements
220210 Sweetened and flavoured water
220300 Beer
220421 Wine in bottles up to 2 litres
220830 Whisky
220870 Liqueurs
230910 Dog and cat food, retail
230990 Animal feed preparations, other
240220 Cigarettes
240412 Nicotine liquids for inhaling
293627 Vitamin C
300490 Medicines in doses
300510 Adhesive plasters
300590 Bandages and dressings
310100 Organic fertilisers
320890 Paints and varnishes, synthetic
320990 Water-based paints
321310 Artists' colours in sets
321590 Inks, other than printing ink
330129 Essential oils, other
330300 Perfume and eau de toilette
330410 Lip make-up
330420 Eye make-up
330430 Nail polish and nail care
330491 Face powders
330499 Creams, skin care, other make-up
330510 Shampoo
330530 Hair spray
330590 Hair care, dyes, conditioners
330610 Toothpaste
330710 Shaving preparations
330720 Deodorants
330730 Bath salts and bath foams
330741 Incense
330749 Room fragrances
330790 Other toilet preparations
340111 Toilet soap in bars
340130 Body wash
340250 Washing and cleaning agents, retail
340290 Cleaning agents, other
340540 Scouring pastes and powders
340600 Candles
350691 Glues based on polymers
360500 Matches
380891 Insecticides
382219 Diagnostic reagents, other
382499 Chemical preparations, other
391810 Vinyl floor and wall coverings
391910 Adhesive tape in narrow rolls
391990 Self-adhesive film and stickers of plastic
392010 Polyethylene film
392310 Plastic boxes and crates
392321 Polyethylene bags
392329 Bags of other plastics
392330 Plastic bottles
392410 Plastic tableware and kitchenware
392490 Plastic household articles
392510 Plastic tanks over 300 litres
392610 Plastic office and school supplies
392620 Plastic clothing and gloves
392630 Plastic fittings for furniture and vehicles
392640 Plastic figurines and ornaments
392690 Articles of plastic, other, phone cases
401110 Car tyres
401150 Bicycle tyres
401320 Bicycle inner tubes
401519 Rubber gloves
401610 Articles of foam rubber
401693 Rubber seals
401699 Articles of rubber, other
420100 Pet collars, leads, saddlery
420211 Suitcases with leather surface
420212 Suitcases of plastic or textile
420221 Handbags, leather
420222 Handbags, plastic or textile
420229 Handbags, other
420231 Wallets, leather
420232 Wallets and pouches, plastic or textile
420291 Bags and cases, leather, other
420292 Backpacks and bags, plastic or textile
420299 Cases, other
420310 Leather clothing
420329 Leather gloves
420330 Leather belts
420340 Leather accessories, other
420500 Articles of leather, other
430310 Fur clothing
430400 Artificial fur
441990 Wooden kitchenware
442090 Wooden boxes, cases, ornaments
442199 Articles of wood, other
460290 Basketwork of other materials
480255 Writing and printing paper
481141 Self-adhesive paper
481720 Letter cards and postcards, plain
481810 Toilet paper
481820 Paper tissues and towels
481910 Boxes of corrugated board
481920 Folding boxes
481940 Paper bags
482010 Notebooks and diaries
482020 Exercise books
482030 Binders and folders
482090 Paper stationery, other
482110 Printed labels
482190 Plain labels
482369 Paper cups and plates
482390 Articles of paper, other
490110 Leaflets in single sheets
490199 Books
490290 Magazines
490300 Children's picture books
490700 Banknotes and securities
490810 Transfers, vitrifiable
490890 Transfers and decals, other
490900 Printed postcards and greeting cards
491000 Calendars
491110 Catalogues and advertising print
491191 Pictures and photographs
491199 Printed matter, other
540761 Polyester fabric
560121 Cotton wool
560811 Fishing nets
570242 Carpets of man-made fibres, made up
580632 Ribbons of man-made fibres
581092 Embroidery of man-made fibres
590320 Fabric coated with polyurethane
600632 Knitted synthetic fabric, dyed
610220 Women's coats, knitted cotton
610230 Women's coats, knitted, man-made fibres
610342 Men's trousers, knitted cotton
610343 Men's trousers, knitted synthetic
610432 Women's jackets, knitted cotton
610433 Women's jackets, knitted synthetic
610442 Dresses, knitted cotton
610443 Dresses, knitted synthetic
610452 Skirts, knitted cotton
610453 Skirts, knitted synthetic
610462 Women's trousers and leggings, knitted cotton
610463 Women's trousers and leggings, knitted synthetic
610510 Men's shirts, knitted cotton
610520 Men's shirts, knitted, man-made fibres
610610 Women's blouses, knitted cotton
610620 Women's blouses, knitted, man-made fibres
610711 Men's underpants, knitted cotton
610712 Men's underpants, knitted, man-made fibres
610721 Men's pyjamas, knitted cotton
610821 Women's briefs, knitted cotton
610822 Women's briefs, knitted, man-made fibres
610831 Women's nightwear, knitted cotton
610832 Women's nightwear, knitted, man-made fibres
610910 T-shirts and vests, knitted cotton
610990 T-shirts and vests, knitted, other fibres
611011 Jumpers of wool
611012 Jumpers of cashmere
611020 Jumpers of cotton
611030 Jumpers of man-made fibres
611090 Jumpers of other fibres
611120 Baby clothes, knitted cotton
611130 Baby clothes, knitted synthetic
611211 Tracksuits, knitted cotton
611212 Tracksuits, knitted synthetic
611231 Men's swimwear, synthetic
611241 Women's swimwear, synthetic
611430 Garments, knitted, man-made fibres, other
611521 Tights, fine yarn
611595 Socks, cotton
611596 Socks, synthetic
611610 Coated gloves, knitted
611693 Gloves, knitted synthetic
611710 Shawls and scarves, knitted
611780 Clothing accessories, knitted, other
620140 Men's coats and jackets, man-made fibres
620240 Women's coats and jackets, man-made fibres
620333 Men's blazers, synthetic
620342 Men's trousers and jeans, cotton
620343 Men's trousers, synthetic
620432 Women's blazers, cotton
620433 Women's blazers, synthetic
620442 Dresses, woven cotton
620443 Dresses, woven synthetic
620452 Skirts, woven cotton
620453 Skirts, woven synthetic
620462 Women's trousers and jeans, cotton
620463 Women's trousers, synthetic
620469 Women's trousers, other fibres
620520 Men's shirts, woven cotton
620530 Men's shirts, woven, man-made fibres
620630 Blouses, woven cotton
620640 Blouses, woven, man-made fibres
620721 Men's pyjamas, woven cotton
620821 Women's nightwear, woven cotton
620822 Women's nightwear, woven, man-made fibres
620920 Baby clothes, woven cotton
620930 Baby clothes, woven synthetic
621040 Men's garments of coated fabric
621050 Women's garments of coated fabric
621111 Men's swimwear, woven
621112 Women's swimwear, woven
621133 Men's garments, woven, man-made fibres, other
621142 Women's garments, woven cotton, other
621143 Women's garments, woven, man-made fibres, other
621210 Bras
621290 Braces, garters, shapewear
621320 Handkerchiefs, cotton
621410 Scarves, silk
621430 Scarves, synthetic
621490 Scarves, other fibres
621520 Ties, man-made fibres
621600 Gloves, woven
621710 Clothing accessories, woven
630140 Blankets, synthetic
630210 Bed linen, knitted
630221 Bed linen, printed cotton
630222 Bed linen, printed, man-made fibres
630231 Bed linen, cotton
630232 Bed linen, man-made fibres
630251 Table linen, cotton
630260 Terry towels, cotton
630291 Kitchen linen, cotton
630312 Knitted curtains, synthetic
630392 Curtains, synthetic
630493 Cushion covers and furnishings, synthetic
630533 Plastic strip sacks
630612 Tarpaulins, synthetic
630622 Tents, synthetic
630710 Cleaning cloths
630720 Life jackets and belts
630790 Textile articles, other, masks
630900 Worn clothing
640219 Sports shoes, rubber or plastic
640220 Flip-flops
640291 Boots, rubber or plastic
640299 Shoes, rubber or plastic
640319 Sports shoes, leather upper
640351 Leather boots with leather soles
640391 Boots, leather upper
640399 Shoes, leather upper
640411 Trainers, textile upper
640419 Shoes, textile upper
640590 Footwear, other
640690 Shoe parts and insoles
650400 Hats, plaited
650500 Hats and caps, knitted or of textile
650610 Safety helmets
650699 Headgear, other
660191 Folding umbrellas
660199 Umbrellas
670210 Artificial flowers, plastic
670290 Artificial flowers, other materials
670411 Wigs, synthetic, complete
670419 Hairpieces, synthetic
670420 Wigs of human hair
680221 Worked marble
681599 Articles of stone, other
690721 Ceramic tiles
691110 Porcelain tableware
691200 Ceramic tableware
691310 Porcelain ornaments
691390 Ceramic ornaments
700991 Mirrors, unframed
700992 Mirrors, framed
701337 Drinking glasses
701349 Glass kitchenware
701399 Glassware, other
701890 Glass eyes and ornaments
710122 Cultured pearls, worked
710239 Diamonds, worked
710391 Rubies, sapphires, emeralds, worked
711311 Silver jewellery
711319 Gold jewellery
711320 Plated jewellery
711620 Articles of gemstones
711711 Cuff links
711719 Imitation jewellery, base metal
711790 Imitation jewellery, other
711810 Coins, not gold, not legal tender
731815 Screws and bolts
731990 Needles and pins
732111 Gas cookers
732119 Stoves for solid fuel
732310 Steel wool, scourers
732393 Stainless steel kitchenware
732399 Steel household articles, other
732620 Articles of steel wire
732690 Articles of steel, other
741980 Articles of copper or brass
761510 Aluminium kitchenware
761699 Articles of aluminium, other
820110 Spades and shovels
820150 Secateurs
820231 Circular saw blades
820320 Pliers and tweezers
820411 Spanners
820510 Drilling and threading tools
820520 Hammers
820540 Screwdrivers
820551 Household hand tools
820559 Hand tools, other
820600 Tool sets
820719 Rock drilling tools
820750 Drill bits
821000 Hand-operated kitchen appliances
821191 Table knives
821192 Kitchen knives
821193 Folding knives
821210 Razors
821220 Razor blades
821300 Scissors
821410 Paper knives, sharpeners
821420 Manicure sets
821490 Clippers and cutlery, other
821510 Cutlery sets, plated
821520 Cutlery sets
821599 Spoons, forks, ladles
830110 Padlocks
830140 Locks
830210 Hinges
830242 Furniture fittings
830249 Fittings, other
830260 Door closers
830300 Safes and cash boxes
830590 Clips and office metalware
830629 Metal ornaments
830630 Metal photo frames
830890 Clasps, beads, sequins of metal
831000 Sign plates of metal
841370 Centrifugal pumps
841381 Pumps, other
841430 Refrigerator compressors
841451 Fans
841459 Fans, industrial
841480 Air pumps and compressors
841810 Fridge-freezers
842121 Water filters
842139 Air filters
842310 Bathroom and kitchen scales
842430 Pressure washers
842489 Spraying appliances, other
844331 Multifunction printers
844332 Printers
844399 Printer parts and cartridges
845011 Washing machines
845210 Sewing machines
846721 Electric drills
846729 Electric hand tools, other
847010 Pocket calculators
847130 Laptops and tablets
847141 Desktop computers
847150 Processing units
847160 Keyboards, mice, input devices
847170 Storage drives
847180 Computer units, other
847330 Computer parts
847989 Machines, other
848180 Taps and valves
848210 Ball bearings
850110 Small motors
850131 Direct-current motors
850440 Chargers and power supplies
850490 Power supply parts
850511 Magnets
850610 Alkaline batteries
850650 Lithium cells, not rechargeable
850760 Lithium-ion batteries, power banks
850811 Vacuum cleaners
850940 Food mixers and blenders
850980 Household motor appliances, other
851010 Electric shavers
851020 Hair clippers
851030 Hair removers
851220 Vehicle lights
851310 Torches
851631 Hair dryers
851632 Hair styling appliances
851640 Electric irons
851650 Microwave ovens
851660 Electric ovens and cookers
851671 Coffee machines
851672 Toasters
851679 Electric heating appliances, other
851711 Cordless telephones
851713 Smartphones
851714 Mobile telephones, other
851762 Routers, wireless and wearable devices
851769 Transmission apparatus, other
851779 Telephone parts
851810 Microphones
851821 Loudspeakers, single
851822 Loudspeakers, several in one box
851829 Loudspeakers, other
851830 Headphones and earphones
851840 Audio amplifiers
851890 Loudspeaker and headphone parts
851981 Sound players
852110 Video recorders, tape
852190 Video recorders and players
852321 Magnetic-stripe cards
852349 Recorded discs
852351 Memory cards and USB sticks
852352 Smart cards
852380 Recorded media, other
852491 Display modules, liquid crystal
852581 High-speed cameras
852589 Cameras and webcams
852610 Radar apparatus
852691 Navigation apparatus
852692 Remote controls
852713 Radios with sound player
852719 Radios, battery
852852 Computer monitors
852869 Projectors
852871 Television receivers without screen
852872 Televisions
852910 Aerials
852990 Parts of television and camera apparatus
853110 Alarms
853120 Indicator panels
853180 Signalling apparatus, other
853400 Printed circuits
853650 Switches
853669 Plugs and sockets
853690 Electrical connectors, other
853710 Control panels
853929 Filament lamps
853952 LED lamps
854143 Solar cells in modules
854231 Processors and controllers
854239 Integrated circuits, other
854340 Electronic cigarettes
854370 Electrical apparatus, other
854411 Winding wire, copper
854420 Coaxial cable
854442 Cables with connectors
854449 Cables without connectors
854470 Optical fibre cables
870829 Car body parts
870830 Brakes and brake parts
870870 Wheels
870880 Suspension parts
870899 Vehicle parts, other
871120 Motorcycles up to 250 cc
871160 Electric motorcycles and scooters
871200 Bicycles
871410 Motorcycle parts
871491 Bicycle frames
871493 Bicycle hubs and sprockets
871495 Bicycle saddles
871499 Bicycle parts, other
871500 Prams
871680 Carts and trolleys
880621 Drones up to 250 g
880622 Drones 250 g to 7 kg
880699 Drones, other
880790 Aircraft and drone parts
900130 Contact lenses
900150 Spectacle lenses
900211 Camera lenses
900219 Lenses, other
900311 Plastic spectacle frames
900319 Metal spectacle frames
900410 Sunglasses
900490 Spectacles and goggles
900510 Binoculars
900580 Telescopes
900653 Film cameras, 35 mm
900659 Cameras, other
900691 Camera parts
901180 Microscopes
901310 Telescopic sights
901320 Lasers
901380 Optical devices, other
901580 Surveying instruments
901710 Drafting tables
901780 Measuring instruments, hand-held
901819 Electrodiagnostic apparatus
901831 Syringes
901890 Medical instruments, other
901910 Massage apparatus
901920 Breathing apparatus
902110 Orthopaedic appliances
902140 Hearing aids
902300 Teaching models
902519 Thermometers, electronic
902580 Hygrometers and weather instruments
902620 Pressure gauges
902710 Gas analysers
902910 Pedometers and counters
902920 Speedometers
903031 Multimeters
903180 Measuring apparatus, other
903210 Thermostats
903289 Automatic regulators
910111 Precious-metal watches, electric
910211 Wrist watches, electric, dial
910212 Wrist watches, electric, digital
910219 Wrist watches, electric, other
910221 Wrist watches, automatic
910229 Wrist watches, mechanical, other
910299 Pocket watches
910511 Alarm clocks
910521 Wall clocks
910591 Clocks, other, electric
911320 Watch straps, metal
911390 Watch straps, other
920210 Violins
920290 Guitars and string instruments
920510 Brass instruments
920590 Wind instruments, other
920600 Drums and percussion
920710 Keyboards, electric
920790 Electric instruments, other
920930 Strings for instruments
920992 Parts of string instruments
930400 Air guns and spring weapons
930690 Ammunition and parts, other
940161 Upholstered seats, wooden frame
940171 Upholstered seats, metal frame
940179 Seats, metal frame
940180 Seats, other
940320 Metal furniture
940350 Bedroom furniture, wood
940360 Wooden furniture, other
940370 Plastic furniture
940399 Furniture parts
940421 Mattresses, foam
940430 Sleeping bags
940440 Quilts and duvets
940490 Pillows and cushions
940511 LED ceiling and wall lights
940519 Ceiling and wall lights, other
940521 LED table and floor lamps
940529 Table and floor lamps, other
940531 LED Christmas lights
940541 Solar lights
940542 LED lights, other
940549 Electric lights, other
940550 Lamps, not electric
940561 LED signs
940599 Lamp parts
950300 Toys, dolls, puzzles
950420 Billiard articles
950440 Playing cards
950450 Video game consoles
950490 Table and parlour games
950510 Christmas decorations
950590 Party and carnival articles
950611 Skis
950629 Water sports equipment
950631 Golf clubs
950632 Golf balls
950640 Table tennis articles
950651 Tennis rackets
950659 Badminton rackets
950662 Inflatable balls
950670 Skates
950691 Fitness equipment
950699 Outdoor sports equipment
950710 Fishing rods
950720 Fish hooks
950730 Fishing reels
950790 Fishing tackle, other
960190 Worked bone, horn, shell
960321 Toothbrushes
960329 Hair and make-up brushes
960330 Artists' brushes
960340 Paint brushes and rollers
960390 Brooms, mops, brushes, other
960500 Travel sets for toilet or sewing
960621 Plastic buttons
960719 Zips, not metal
960810 Ballpoint pens
960820 Felt pens and markers
960830 Fountain pens
960910 Pencils and crayons
961000 Boards for writing
961310 Gas lighters, not refillable
961320 Gas lighters, refillable
961400 Smoking pipes
961511 Combs and hair slides, plastic
961519 Combs and hair slides, other
961590 Hairpins and curlers
961610 Scent sprays
961620 Powder puffs
961700 Vacuum flasks
961900 Nappies and sanitary towels
962000 Tripods
970121 Paintings over 100 years old
970191 Paintings, other
970199 Collages and mosaics
970531 Coins of collectors' interest
970610 Antiques over 250 years old
`;

/** Six-digit HS 2022 codes e-commerce uses most, with our own short wording. */
export const HS6: ReadonlyMap<string, string> = new Map(
  SUBHEADINGS.trim()
    .split('\n')
    .map((line) => [line.slice(0, 6), line.slice(7)] as const),
);

/** Short wording of a commodity code's subheading; null where the selection does not have it. */
export function subheadingName(commodityCode: string | null): string | null {
  return commodityCode === null ? null : (HS6.get(commodityCode.slice(0, 6)) ?? null);
}

/** What goods of chapters 68 to 83 are called, a heading a line; see `goods-terms.ts`. */
export const METALS_AND_GLASS = `
6801 setts; kerbstone; curbstone; flagstone
6802 stone statue; marble tile; granite; gravestone; stone ornament; marble coaster; mosaic, stone; marble board; marble; stone; slate coaster; stone sculpture; stone bowl; paving; natural stone; slate tile; alabaster; soapstone; granite worktop; marble ornament; tile, stone; crystal ornament stone; stone lantern
6803 slate; slate sign
6804 grinding wheel; whetstone; sharpening stone; cutting disc; sanding disc; diamond disc; abrasive wheel; grinding disc; polishing stone; flap disc; millstone; grinding stone; diamond wheel; nail drill bit, ceramic; honing stone; sharpener stone; diamond pad
6805 sandpaper; abrasive paper; sanding sheet; sanding belt; abrasive; abrasive sheets; sanding sponge; emery; sanding block; polishing block; emery cloth; glass paper; sanding pads; abrasive pad; sanding discs; nail buffer
6806 mineral wool; rock wool; expanded clay; insulation, mineral
6807 roofing felt; asphalt; shingles, bitumen; bitumen sheet
6808 panel, vegetable fibre; wood cement board
6809 plasterboard; plaster ornament; plaster article; plaster mould; gypsum board; plaster figure
6810 concrete; concrete block; paving slab; garden ornament, concrete; artificial stone; cement tile; concrete planter; garden statue; resin stone; bird bath, concrete; statue, stone; cement pot; roof tile, concrete; jesmonite
6811 fibre cement
6812 asbestos
6813 brake lining; brake pad; brake shoes; brake pads; clutch lining; friction material; disc brake pads
6814 mica
6815 carbon fibre; carbon fiber; graphite article; stone, other; carbon fibre trim; peat pot; carbon fibre parts; basalt fibre
6901 siliceous brick; kieselguhr brick
6902 refractory brick; fire brick
6903 crucible
6904 brick; building brick
6905 roof tile
6906 ceramic pipe; ceramic gutter
6907 ceramic tile; mosaic tile; wall tile; floor tile; porcelain tile; tile; bathroom tile; mosaic tiles; kitchen tile; hearth tile
6909 ceramic laboratory; technical ceramic; mortar, laboratory
6910 ceramic sink; toilet, ceramic; wash basin; toilet pan; basin, ceramic; bidet; ceramic basin; urinal; toilet; washbasin, ceramic; wc; lavatory pan; pedestal basin; cistern, ceramic
6911 porcelain mug; bone china; porcelain plate; porcelain cup; fine china; tea set, porcelain; dinner set, porcelain; porcelain bowl; china mug; porcelain tableware; dinner plate; teapot, porcelain; china cup; teacup; cup and saucer; butter dish; dinnerware; soup bowl; sugar bowl; milk jug; gravy boat; bone china mug; side plate; dinner set; tea set; ramekin; serving platter; cake stand; salt and pepper pots; teapot; china plate; saucer; royal doulton; wedgwood
6912 ceramic mug; stoneware plate; ceramic bowl; mug; pottery; ceramic plate; teapot, ceramic; ceramic tableware; mugs; stoneware mug; ceramic jug; earthenware; coffee mug; ceramic dish; stoneware bowl; pet bowl, ceramic; ceramic cup; personalised mug; toothbrush holder, ceramic; utensil pot; sublimation mug; ceramic coaster; casserole, stoneware; travel mug, ceramic; soap dish, ceramic; oil burner, ceramic; tagine; pie dish; denby
6913 ceramic figurine; ceramic ornament; porcelain statue; ceramic vase; figurine, ceramic; ceramic decoration; porcelain figurine; vase, ceramic; vase; ornament, ceramic; porcelain doll ornament; candle holder, ceramic; statue; ceramic candle; lladro; ceramic house; figurine; piggy bank; money box, ceramic; trinket dish; bisque
6914 plant pot, ceramic; ceramic article; flower pot; plant pot; terracotta pot; planter, ceramic; ceramic planter; ceramic knob; ceramic beads; terracotta; pots, ceramic; ceramic pot; ceramic door knob
7001 cullet; glass waste; glass in the mass
7002 glass rod; glass tube; glass balls; marbles, glass
7003 cast glass
7004 drawn glass; blown glass sheet
7005 float glass; glass sheet; glass panel
7006 edge worked glass; glass splashback
7007 tempered glass; windscreen; safety glass; toughened glass; glass screen protector; laminated glass; screen protector, tempered glass; shower glass; glass shelf; tempered glass screen; glass worktop saver; privacy glass protector
7008 double glazing
7009 mirror; wall mirror; rear-view mirror; makeup mirror; wing mirror; mirrors; bathroom mirror; door mirror glass; dressing mirror; car mirror; compact mirror; full length mirror; round mirror; vanity mirror; led mirror; shaving mirror; mirror glass; hand mirror
7010 glass bottle; glass jar; jar; carboy; storage jar; mason jar; jars; glass vial; kilner; candle jar, empty; cookie jar; glass stopper; dropper bottle; ampoule, glass; jam jar; glass bottles; spice jar; perfume bottle, empty; preserving jar
7011 glass envelope; bulb glass
7013 drinking glass; wine glass; glass vase; decanter; glass bowl; glass tumbler; glassware; candle holder, glass; tumbler; champagne flute; glasses; crystal glass; whisky glass; beer glass; glass plate; cocktail glass; champagne glass; wine glasses; pint glass; glass cup; glass mug; stemware; gin glass; glass jug; shot glass; glass teapot; cafetiere glass; ashtray, glass; glass ornament; coupe; glass dish; bauble, glass; tealight holder; votive holder; martini glass; glass container; highball; carafe; hurricane; drinking glasses; glass kettle; vases; crystal vase; flutes; glass chopping board; tealight holder, glass; pyrex; tealight holders; hi ball; pitcher; crystal bowl
7014 optical glass; signal glassware; glass lens, optical; reflector, glass
7015 watch glass; clock glass; lens, spectacle unworked
7016 glass brick; mosaic glass; stained glass; glass mosaic; glass tile; glass cubes; leaded light; glass mosaic tile
7017 laboratory glass; test tube; beaker, glass; petri dish; flask, laboratory; pipette, glass; laboratory glassware; microscope slides; burette; volumetric flask
7018 glass beads; imitation pearls, glass; rhinestone; glass eyes; glass seed beads; seed beads; crystal beads; glitter, glass; rhinestones; diamante; swarovski crystal; flatback; beads, glass; lampwork; glass figurine, lampwork; glass gems; murano; faceted beads
7019 fibreglass; glass fibre; fiberglass; glass wool; glass cloth; loft insulation; glass fibre tape; fibreglass mesh; glass mat
7020 glass article; thermos glass inner; glass bong; vacuum flask inner; glass straw; glass globe; ant farm; glass table top; glass pipe; industrial glass; glass nail file
7101 pearl; cultured pearl; pearls; freshwater pearl; natural pearl
7102 diamond; diamonds; loose diamond
7103 gemstone; ruby; sapphire; emerald; amethyst; opal; crystal stone; quartz, precious; turquoise; semi precious; tumbled stone; jade, loose; gem; loose gemstone; crystals, healing; rose quartz; precious stone; topaz; garnet; gemstones; labradorite; tanzanite; citrine; moonstone; agate; crystal point
7104 synthetic gemstone; cubic zirconia; lab diamond; moissanite; synthetic stone; lab grown; cz stone; synthetic quartz
7105 diamond dust; diamond powder
7106 silver; silver wire; silver sheet; silver bar; silver bullion; fine silver; silver grain
7107 silver clad metal
7108 gold; gold bar; gold sheet; gold bullion; gold wire; gold leaf; fine gold
7109 gold clad metal; rolled gold
7110 platinum; palladium; rhodium
7111 platinum clad
7112 scrap gold; precious metal scrap
7113 ring; necklace; bracelet; earrings; silver ring; gold necklace; sterling silver; pendant, silver; wedding ring; engagement ring; gold ring; gold earrings; pandora; precious jewellery; 925; gold bracelet; silver earrings; silver necklace; diamond ring; 9ct; 18ct; jewellery, precious; gold chain; silver bracelet; sterling; 14k; 18k; 9k; silver pendant; gold plated silver; charm, silver; diamond earrings; cufflinks, silver; signet; silver charm; gold pendant; silver chain; eternity ring; gold jewellery; silver jewellery; vermeil
7114 silverware; silver tray; gold ornament; silver photo frame; silver cup; silver spoon; silver candlestick; silver bowl
7115 precious metal article; platinum crucible; silver anode
7116 pearl necklace; gemstone bracelet; jade bracelet; crystal bracelet; pearl earrings; pearl bracelet; beads, gemstone; amber necklace; gemstone; bead bracelet; amber; stone bracelet; crystal pendant; amber bracelet; mala beads; gemstone necklace; jade; crystal jewellery; gemstone beads; coral necklace; pearl jewellery
7117 imitation jewellery; fashion jewellery; cufflinks; costume jewellery; brooch; charm bracelet; earring, fashion; hair jewellery; bangle; anklet; body jewellery; nose ring; keyring charm; stainless steel necklace; choker; jewellery; jewelry; earring set; fashion necklace; belly bar; hoop earrings; stud earrings; charms; piercing; jewellery set; watch charm; friendship bracelet; pin brooch; necklaces; bracelets; pendant; tiara; fashion ring; fashion earrings; belly ring; locket; statement necklace; body chain; ear cuff; badge, pin; enamel pin; beaded bracelet; tie pin; decorative chain; hoops; bangles; stainless steel ring; septum; layered necklace; medallion; pin badge; rosary; steel bracelet; imitation; drop earrings; clip on earrings; charm; hair chain; brooches; titanium ring; nose stud; jewellery making
7118 coin; coins; commemorative coin; silver coin; gold coin; sovereign; bullion coin; proof coin; currency coins; britannia coin
7201 pig iron; spiegeleisen
7202 ferro-alloy; ferro silicon; ferro manganese; ferro chromium
7203 sponge iron; direct reduced iron
7204 steel scrap; scrap metal
7205 iron powder; steel shot; steel granule
7206 ingot, iron; puddled bar
7207 billet, steel; bloom; steel slab
7208 hot rolled steel
7209 cold rolled steel
7210 coated steel sheet; corrugated steel; galvanised sheet; tinplate
7211 steel strip
7212 clad steel; plated strip
7213 wire rod
7214 steel bar; rebar; steel rod
7215 cold formed bar
7216 angle iron; steel angle; steel section; i beam; steel profile
7217 steel wire; galvanised wire; piano wire; garden wire; wire, steel; florist wire; floral wire
7218 stainless ingot
7219 stainless steel sheet; steel sheet
7220 stainless strip
7222 stainless bar; stainless rod
7223 stainless steel wire
7225 alloy steel sheet; silicon electrical steel
7228 alloy steel bar; hollow drill bar
7229 alloy steel wire
7301 sheet piling
7302 rail; railway track; fish plate; sleeper, steel; crossing frog
7303 cast iron pipe
7304 steel pipe, seamless; seamless tube
7305 pipeline tube; line pipe
7306 steel tube; exhaust pipe; steel pipe; curtain pole, metal tube; welded tube; hollow section
7307 pipe fitting, steel; elbow, steel; flange; pipe coupling; tube fitting; steel fitting; adaptor, pipe; union, steel; exhaust clamp; compression fitting, steel; nipple, steel
7308 steel structure; metal door; gate, metal; steel beam; scaffolding; shed, metal; greenhouse frame; fence post; metal gate; railing; steel door; balustrade; metal fence; garage door; tower, steel; shelving structure; handrail, steel; security gate; decking support; racking; carport; steel plate, construction; gazebo frame
7309 steel tank; reservoir, steel
7310 metal tin; steel drum; jerry can, steel; biscuit tin; tin box; metal can; tin; tins; tin can; storage tin; steel container; cake tin, storage; pots, tin; aerosol can empty
7311 gas cylinder; gas bottle; co2 cylinder, empty; soda cylinder; diving cylinder
7312 wire rope; steel cable; brake cable; cable, steel; bike cable; steel rope; picture wire; bowden cable; winch cable; throttle cable; clutch cable; gear cable; curtain wire; stranded wire; wire sling
7313 barbed wire
7314 wire mesh; chicken wire; fence wire; steel mesh; garden fencing wire; wire netting; mesh, steel; welded mesh; wire cloth; expanded metal; fencing, mesh; stainless mesh
7315 chain; bicycle chain; chains; roller chain; snow chain; anchor chain; steel chain; chainsaw chain; drive chain; link chain; bike chain; motorcycle chain; skid chain; door chain
7316 anchors; grapnel; anchor, boat
7317 nail; staple; tack; drawing pin; thumb tack; nails; staples, construction; push pin; carpet tacks; panel pins; brad nails; corrugated nails
7318 screw; bolt; nut; washer; rivet; screws; wood screws; bolts; wheel nut; threaded rod; cotter pin; wing nut; hex bolt; nuts; set screw; screw hook; machine screws; eye bolt; self tapping; split pin; wheel bolt; nuts and bolts; circlip; screw eye; drywall screw; coach bolt; u bolt; studs, steel; washers; rivets; locking nut; spring washer; retaining ring; wheel bolts; locking wheel nut; cap screw; fixings; anchor bolt; lug nuts; clevis pin; fastener
7319 safety pin; sewing needle; knitting needle; needle; pin; crochet hook; needles; hand sewing; bobby pin steel; knitting needles; pins; sewing pins; embroidery needles; sewing needles; bodkin
7320 spring; coil spring; leaf spring; springs; suspension spring; compression spring; lowering springs; torsion spring; steel spring; valve spring; hair spring; front spring; spring set; gas spring steel
7321 stove; barbecue; camping stove; gas cooker; bbq grill; wood burner; fire pit; bbq; camping cooker; grill, charcoal; log burner; patio heater, gas; charcoal barbecue; portable stove; gas hob; gas grill; stove parts; smoker bbq; plate warmer; brazier; chiminea; gas barbecue; fireplace; pizza oven, wood; weber; hob, gas; gas stove; stove glass; fire basket; gas ring; hobs; chimenea
7322 radiator; towel radiator; central heating radiator; towel rail radiator; air heater, non electric; heated towel rail; column radiator
7323 saucepan; frying pan; kitchenware, steel; baking tray; steel bowl; colander; wok; cutlery holder; cooking pot; steel wool; lunch box, steel; cast iron pan; cookware; baking tin; tray, steel; pan set; stainless steel bowl; kitchen rack; dish rack; cake tin; whisk; tin opener; casserole, cast iron; cocktail shaker; roasting tin; grater; pan; kettle, stove top; steel mug; pots and pans; kettle stove; le creuset; stainless tumbler; griddle pan; cookie cutter; sieve; bread bin; pot; wire rack; steel straws; garlic press; muffin tin; cooling rack; mixing bowl; laundry airer; clothes airer; stockpot; steamer, pan; ice bucket; egg ring; skillet; cookware set; toast rack; tea infuser; water bottle, stainless; peeler; pans; drinks bottle, steel; pet bowl, steel; tongs; napkin ring; milk jug, steel; scourer; teapot, steel; fruit bowl, metal; strainer, steel; hip flask; loaf tin; cutlery tray; baking sheet; utensil; paella pan; kitchen utensils; coffee pot; roaster; saute pan; measuring spoons; cake rack; potato masher; dutch oven; trivet; mug tree; splatter guard; masher; funnel, steel; funnels; pie tin; wine rack; pot rack; cake stand, steel; moka pot; cast iron; airer; stainless steel lunch box; jug, steel; food flask bowl; pizza tray; bottle holder; springform; tea strainer; egg poacher; chip pan; rolling tray; cafetiere, steel; camping cookware; ladle steel
7324 sink, steel; stainless steel sink; bath, steel; kitchen sink; steel basin; urinal, steel; soap dish, steel; bathroom accessory, steel; sinks; shower tray, steel; toilet roll holder; toilet brush, steel; toilet paper holder
7325 cast iron article; manhole cover; drain cover; cast iron ornament
7326 steel hook; metal bracket; clip, steel; metal stand; steel wire article; keyring, metal; tool box; metal sign; trellis, metal; hook, metal; metal box; wall hook; bird cage; metal keyring; metal wall art; hose clamp; wire basket; metal ornament; bracket; mouse trap; plant support; d ring; tool chest; metal plaque; steel ring; split ring; metal hanger; clamp; hanging basket, metal; plate hanger; garden ornament, metal; phone ring holder; book end; hooks; metal rack; animal trap; tin sign; horseshoe; metal plant stand; jubilee clip; s hook; shackle; carabiner; anchor; keychain, metal; metal basket; garden stakes; steel clip; tent pegs; metal art; metal trellis; steel plate; pegboard; metal clip; swivel; ground anchor; metal decoration; metal holder; metal letter; metal frame; cage; metal tag; metal coat hanger; metal storage; candle holder, metal; ladder, steel; tool box, steel; stainless steel article; metal parts; iron ornament; wire hanger; steel bracket; steel loops; garden arch; metal rod; metal hook; pipe clip; metal
7401 copper matte; cement copper
7403 refined copper
7404 copper scrap
7405 copper master alloy
7406 copper powder; copper flake
7407 copper bar; brass bar; brass rod
7408 copper wire; brass wire; jewellery wire
7409 copper sheet; brass sheet
7410 copper foil; copper tape
7411 copper pipe; copper tube; brass tube
7412 brass fitting; pipe fitting, copper; copper fitting; compression fitting; brass elbow; copper elbow; hose connector, brass; brass adaptor; brass connector; olive, brass; push fit
7413 copper cable, stranded; earth strap
7415 brass screw; copper nail; brass nut; brass screws; brass washer; copper rivet; copper washer
7418 copper pan; brass tap holder; copper mug; brass bowl; copper kitchenware; brass plate; bathroom accessory, brass; copper saucepan; copper vase; brass kitchenware; towel ring, brass; shower waste; brass soap dish
7419 brass ornament; copper article; brass; brass hook; brass article; brass bell; chain, brass; brass plaque; copper; brass incense; sundial; brass figurine; singing bowl; copper bowl; brass hardware
7501 nickel matte
7502 nickel, unwrought
7505 nickel bar; nickel wire
7506 nickel sheet; nickel foil
7507 nickel tube
7508 nickel
7601 aluminium ingot; unwrought aluminium
7602 aluminium scrap
7603 aluminium powder; aluminium flake
7604 aluminium bar; aluminium profile; aluminium extrusion; aluminium strip; aluminium rod; aluminium angle; led profile
7605 aluminium wire
7606 aluminium sheet; aluminium plate; sublimation blank, aluminium; aluminium disc
7607 aluminium foil; kitchen foil; foil; tin foil; foil roll; foil bag; aluminium tape; hair foil; turkey foil
7608 aluminium tube; aluminium pipe
7609 aluminium fitting; aluminium pipe fitting
7610 aluminium structure; aluminium door; window, aluminium; greenhouse; pergola; aluminium frame; aluminium window; conservatory; bifold door; shower enclosure; aluminium ladder structure; aluminium gate
7611 aluminium tank; aluminium reservoir
7612 aluminium can; aluminium tube container; aluminium bottle; aluminium tin; aluminium jar; aluminium pot cosmetic; collapsible tube; beer can empty; milk churn
7613 gas cylinder, aluminium
7614 aluminium cable
7615 aluminium pan; foil tray; aluminium cookware; foil container; frying pan, aluminium; aluminium tray; non-stick pan; aluminium saucepan; roasting tray; lakeland pan; tefal; wok, aluminium; foil trays; aluminium lunch box; bathroom accessory, aluminium; bakeware; bundt; crepe pan; griddle; milk pan; tefal pan; cake tin, aluminium; non stick; moka, aluminium; ice cream scoop; soap rack; greenpan
7616 aluminium article; ladder; aluminium sign; knitting needle, aluminium; ladders; blinds, aluminium; aluminium parts; step ladder; aluminium bracket; phone stand, aluminium; aluminium case; aluminium; loft ladder; venetian, aluminium; extension ladder; telescopic ladder; aluminium ornament; luggage tag aluminium; aluminium box; aluminium hook; aluminium ramp; crochet hook, aluminium; aluminium ring
7801 lead
7802 lead scrap
7804 lead foil; lead strip; lead plate
7806 lead weight; lead article; fishing weight, lead; lead sheet; lead shot; lead flashing
7901 zinc, unwrought
7903 zinc dust; zinc powder
7904 zinc bar; zinc wire
7905 zinc sheet; zinc foil
7907 zinc article; zinc
8001 tin, unwrought
8002 tin scrap
8003 solder wire; solder; tin bar; tin solder
8007 pewter; tin article; pewter tankard; pewter figure; pewter ornament
8101 tungsten; tungsten electrode
8102 molybdenum
8103 tantalum
8104 magnesium
8105 cobalt
8106 bismuth
8108 titanium; titanium plate; titanium bar
8109 zirconium
8110 antimony
8111 manganese, metal
8112 beryllium; chromium; germanium; vanadium; gallium; indium; niobium; rhenium; thallium; hafnium; cadmium
8113 cermets
8201 spade; shovel; pruning shears; garden fork; axe; hoe; rake; secateurs; loppers; hedge shears; garden tool; trowel; garden hand tools; hatchet; garden tools; billhook; pickaxe; hand trowel; edging shears; dibber; garden shears; bulb planter; weeder; scythe; machete; pitchfork; hand fork; sickle; grass shears; pruners; mattock; grabber, garden; pruner; trowel set; digging fork; garden spade
8202 saw; saw blade; hand saw; hacksaw; jigsaw blade; chainsaw blade; saw blades; circular saw blade; pruning saw; bandsaw blade; coping saw; hacksaw blade; tenon saw; multi tool blade; junior hacksaw; chainsaw chain blade; sawblade; reciprocating blade; wood saw
8203 pliers; file; tweezers; pincers; bolt cutter; wire cutter; metal file; tin snips; pipe cutter; crimping tool; long nose pliers; hole punch, hand; plier set; wire stripper; wire cutters; files; rasp; side cutters; jewellery pliers; tweezer; plier; needle file; circlip pliers; metal shears; crimper; bolt cropper; eyelet pliers; leather punch; grips; perforating punches
8204 spanner; wrench; socket set; spanners; torque wrench; adjustable spanner; ratchet; hex key, spanner; allen key; ring spanner; sockets; socket wrench; spanner set; allen keys; combination spanner; wheel brace; pipe wrench; ratchet spanner; socket; wheel wrench; oil filter wrench; impact socket
8205 hammer; screwdriver; hand tool; vice; blow torch; hand tools; chisel; glass cutter; clamp, tool; anvil; glue gun, hand; caulking gun; spatula, tool; crowbar; mallet; scraper; screwdrivers; can opener, tool; grease gun; rivet gun; screw driver; nutcracker; staple remover; screwdriver set; drill, hand; plane; punch, tool; chisels; trowel, plaster; riveter; sealant gun; suction lifter; pry bar; bearing puller; kitchen tool, hand; puller; filling knife; repair tool; corkscrew tool; wood carving tools; g clamp; gas torch; hand drill; sledge hammer; soldering torch; tyre lever; tyre levers; staple gun; plunger; bench vice; carving chisel; ball joint splitter; tool bits set; trim removal tool; quick clamp; paint scraper; wallpaper scraper; bottle opener tool; sealant tool; bodywork tool; timing tool; centre punch; lino cutter; awl; wad punch; tile cutter, hand; plastering; hand plane; mason; clay tools; stanley hammer; eyelet tool; pump, suction
8206 tool set; tool kit; toolkit; tools, set; hand tool set
8207 drill bit; drill bits; router bit; screwdriver bit; hole saw; die; core drill; tap and die; milling cutter; bit set; masonry bit; sds; thread tap; hole cutter; end mill; router cutter; hex bit; countersink; screw extractor; step drill; drill set; reamer; bits; cutting tools; lathe tool; interchangeable tool; burr; burrs; hss; driver bits; pasta die; tct; helicoil; chuck key bit; forstner; flat bit; impact bits; drill bit set; thread repair; masonry drill; nail drill bits
8208 machine knife; machine blade; planer blade; mower blade; cutter blades; meat mincer blade; shredder blade; blade, machine; food processor blade; lawnmower blade; guillotine blade; cutting blade
8209 carbide insert; tungsten carbide; cermet; inserts, carbide; milling insert; carbide tip
8210 coffee grinder, hand; pepper mill; meat mincer, hand; pasta machine, hand; spiraliser; salt mill; vegetable slicer; mandoline; hand blender, manual; pasta maker; mincer; ice crusher, hand; manual grinder; chopper, hand; juicer, manual; spiralizer; lemon squeezer; salt grinder; peeler, mechanical; pepper grinder; can opener; garlic crusher; nut chopper
8211 knife; knives; kitchen knife; pocket knife; folding knife; bread knife; chef knife; steak knife; cleaver; knife set; penknife; paring knife; knife blade; hunting knife; boning knife; swiss army; fillet knife; oyster knife; butter knife; carving knife; carving set; utility knife; santoku; table knife; fixed blade; opinel; sheath knife; multi-tool, knife; craft knife; cheese knife; gerber; tool knife; leatherman; stanley knife; dive knife
8212 razor; razor blade; safety razor; disposable razor; gillette; shaving razor; razors; razor blades; venus; razor head; shaver blades, manual; blades razor; fusion; mach3; wilkinson; cut throat razor; straight razor; harrys razor; bic razor; ladies razor; dermaplaning
8213 scissors; tailor shears; scissor; hairdressing scissors; kitchen scissors; nail scissors; fabric scissors; hair scissors; thinning scissors; craft scissors; dressmaking scissors; pinking shears; embroidery scissors; baby nail scissors
8214 nail clipper; manicure set; nail file; pencil sharpener; hair clipper, manual; letter opener; nail clippers; cuticle pusher; pedicure set; cutter, paper knife; manicure; sharpener; cuticle nipper; box cutter; foot file; toe nail clippers; nail care set; pizza cutter; nail kit; cuticle; pedicure; craft cutter; pencil sharpeners; nail set tools; cutting knife; paper knife; nail tools; callus remover; meat cleaver; eyelash curler; nail nipper; blackhead remover; rotary cutter
8215 fork; spoon; cutlery; cutlery set; ladle; tablespoon; teaspoon; cake server; chopstick, metal; spork; spoons; sugar tongs; serving spoon; forks; kitchen tongs; cutlery, steel; dessert spoon; salad servers; pie server; teaspoons; flatware; tongs, kitchen; cake knife; pastry fork; cocktail stirrer; kids cutlery; spatula, steel; slotted spoon; skimmer; butter spreader; turner; fish slice; cake slice; steak fork; serving set; tablespoons; viners; slotted turner; camping cutlery; fish knife
8301 lock; padlock; key; bicycle lock; door lock; combination lock; keys; locks; key blank; bike lock; d lock; lock cylinder; cylinder lock; cam lock; car key blank; mortice lock; chain lock; door bolt lock; luggage lock; cable lock; safe lock; steering lock; smart lock; handcuffs; deadbolt; ignition lock; hasp lock; key safe; sashlock; euro cylinder; wheel clamp; frame clasp lock; locking cap; deadlock; yale lock; lock barrel; barrel lock; nightlatch
8302 hinge; door handle; bracket, metal; coat hook; castor; curtain rail; drawer handle; hat rack; door knob; door closer; castors; curtain rod; drawer runner; cabinet handle; handles; hinges; towel rail; coat rack, metal; drawer slide; curtain pole; wheels, castor; door stop, metal; curtain track; furniture fitting; window handle; handle; towel rack; door bolt; shelf bracket; door hook; latch; hook rail; towel ring; letter box; house sign; gate latch; cupboard handle; knobs; cabinet hinge; curtain rings; gate hinge; robe hook; curtain finial; sash window; shelf support; drawer runners; stair rod; door knocker; letter plate; key hook; tv bracket; catch; kick plate; knob; hooks, wall; fittings, furniture; door hardware; hat stand; furniture knob; gas strut; door chain lock; hasp; window latch; butt hinge; wheel, castor; door handles; furniture legs; tailgate strut; cupboard knob; headrest bracket; sash lock; tie back hook; door hinge; drawer pull; curtain hooks; gas struts; door furniture; coat hooks; grab rail; hand rail; safety gate latch; grab bar; escutcheon
8303 safe; cash box; strongbox; money safe; deed box; safe box; key cabinet; security box; fire safe
8304 desk tray, metal; filing tray; desk organiser, metal; pen holder, metal; card index; paper rest; rubber stamp stand; letter tray; filing cabinet, desk; copy holder; letter rack; pen pot
8305 paper clip; staples; binder clip; ring binder mechanism; stapler staples; bulldog clip; staple strip; fasteners, paper; paperclip; paper clips; office staples; paper fastener; index tags, metal; loose leaf fitting; letter clips; 26/6; treasury tag
8306 bell; metal statue; photo frame, metal; trophy; metal ornament, base metal; medal; mirror, metal; wind chime; bronze statue; picture frame, metal; figurine, metal; bronze; sculpture; photo frame silver plated; medals; bronze sculpture; trophies; bells; cow bell; metal figurine; statuette; sleigh bells; brass statue; award; metal sculpture; gong; metal photo frame; candlestick, metal; picture frame silver; bicycle bell; ornament, metal; award trophy; urn; buddha statue; wall art, metal; bike bell; wind spinner; doorbell, mechanical
8307 flexible tubing, metal; flexible hose, metal; shower hose, metal; braided hose; exhaust flexi; brake hose, braided; flexi hose
8308 buckle; clasp; eyelet; hook and eye; snap fastener, metal; sequin; metal beads; belt buckle; eyelets; rivets, tubular; frame clasp; press stud; lobster clasp; sequins; jewellery clasp; bag clasp; poppers; studs, bag; spangles; purse frame; snap hook; dog clip; buckles; beads, metal; magnetic clasp; grommets
8309 bottle cap, metal; crown cap; can lid; cork stopper, metal; lid, metal; jar lid; wine stopper; bottle stopper; seal, metal; pourer; caps, bottle; bung, metal; stopper, wine; closures; crown corks; aluminium cap; pour spout; lids; security seal
8310 sign plate; number plate; name plate; road sign; house number; door sign; house name; licence plate; sign; metal letter sign; plaque; letter, metal; registration plate; door plaque; door number; brass plaque; house numbers; car number plate; street sign; numbers, house; safety sign; name plates; plaque, memorial; letter sign; number plates; address plate
8311 welding rod; welding wire; welding electrode; brazing rod; welding rods; mig wire; solder, cored; flux cored; tig rod; electrodes, welding; arc rods; tig rods; brazing
`;

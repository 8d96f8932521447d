/** What goods of chapters 30 to 40 are called, a heading a line; see `goods-terms.ts`. */
export const PHARMACY_AND_PLASTICS = `
3001 gland extract; heparin; organ, dried; extract of gland; bile
3002 vaccine; blood product; antisera; botulinum toxin; botox; culture of micro-organisms; blood sample; toxin; antibody; plasma; stem cells; immunoglobulin; antiserum; micro-organisms, culture; blood, human; saxitoxin; ricin; peptone vaccine; ferment culture; diagnostic antibody; malaria test; cell therapy
3003 medicament, unmixed for retail; medicaments in bulk; penicillin, medicament; mixed medicament; medicament, mixed
3004 medicine; tablet; painkiller; ibuprofen; paracetamol; antibiotic; ointment; nasal spray; cough syrup; antihistamine; eye drops; pharmaceutical; medicament; aspirin; hay fever; homeopathic; semaglutide; ozempic; nicorette; hrt; minoxidil; nurofen; sildenafil; viagra; antifungal cream; prescription; laxative; cold sore cream; sudocrem; calpol; gaviscon; antacid; insulin; anti-itch; throat lozenge; lozenge; vicks; deep heat; saline nasal; contraceptive pill; wormer; flea treatment; mounjaro; finasteride; hydrocortisone; herbal medicine; strepsils; rennie; worming tablets; inhaler; cbd oil
3005 plaster, adhesive; bandage; wound dressing; gauze; first aid dressing; sticking plaster; dressing; compeed; elastoplast; blister plaster; cotton wool medical; melolin
3006 first aid kit; dental cement; condom lubricant; suture; blood grouping reagent; ostomy bag; bone cement; contrast agent; stoma; surgical gel; contraceptive, chemical; hemostatic; opacifying preparation; dental filling; blood-grouping; sterile suture; laminaria; waste pharmaceutical; adhesion barrier; barium meal
3101 compost; manure; organic fertiliser; fertilizer, animal; growbag; seaweed feed; multi purpose compost; guano
3102 urea; nitrogen fertiliser; ammonium nitrate
3103 superphosphate; phosphatic fertiliser
3104 potash; potassium chloride; potassic fertiliser; carnallite
3105 fertiliser; plant food; lawn feed; fertilizer; npk; tomato feed; miracle gro; rose feed; ammonium phosphate; mineral fertiliser
3201 tanning extract
3202 synthetic tanning; enzymatic tanning
3203 natural dye; indigo, natural; colouring matter, vegetable; food colouring, natural
3204 dye; fabric dye; textile dye; synthetic dye; pigment, organic; dylon; dyestuff
3205 colour lake; colour lakes
3206 pigment; pigment powder; colouring matter; titanium pigment; pearl pigment; ultramarine; luminophore; lithopone; colouring, inorganic
3207 glaze; enamel frit; ceramic glaze; engobe; frit; liquid lustre
3208 varnish; gloss paint; enamel paint; lacquer; wood varnish; oil paint, house; primer paint; spray paint; yacht varnish
3209 emulsion paint; acrylic paint, house; paint; wall paint; water based paint; masonry paint; chalk paint; fence paint; woodstain; furniture paint
3210 distemper; leather finish; shoe dye
3211 drier; siccative; prepared drier
3212 stamping foil; hot foil; hat varnish; pearl essence; bookbinder foil
3213 artist paint; watercolour; acrylic paint set; oil paint set; paint set; gouache; poster paint; artists colours; modellers paint; paint tube
3214 filler; putty; sealant; grout; silicone sealant; mastic; caulk; decorators filler; wood filler; tile grout; resin cement; polyfilla
3215 ink; printer ink; ink bottle; fountain pen ink; printing ink; sublimation ink; stamp ink; tattoo ink; drawing ink; ink cartridge, ink only
3301 essential oil; lavender oil; tea tree oil; peppermint oil; eucalyptus oil; aroma oil; resinoid; orange oil; rose water
3302 fragrance oil; flavouring; odoriferous; flavour concentrate; perfume base; candle fragrance
3303 perfume; eau de toilette; eau de parfum; cologne; fragrance; edp; edt; aftershave cologne; body mist; dior sauvage; parfum; fragrance spray; scent; chanel no 5; creed aventus; body spray perfume; edc; eau fraiche; jean paul gaultier; paco rabanne; britney spears fantasy; ariana grande cloud; inspired by, perfume; toilet water; hair perfume; lattafa; ysl libre; armani code; versace eros; hugo boss bottled; perfume sample; tom ford; perfume gift set; perfume tester; discovery set perfume
3304 lipstick; mascara; eyeshadow; foundation; concealer; nail polish; moisturiser; face cream; serum; sunscreen; lip balm; blusher; eyeliner; makeup; face mask; hand cream; body lotion; lip gloss; cleanser; face powder; bronzer; cosmetics; skin care; skincare; make up; highlighter, makeup; nail varnish; gel polish; brow pencil; setting spray; body butter; day cream; night cream; eye cream; toner; primer, face; sun cream; spf; cosmetic palette; cc cream; bb cream; hyaluronic; retinol; niacinamide; body cream; facial mist; sheet mask; lip liner; lip kit; lip oil; self tan; baby lotion; body oil; exfoliator; beauty set; talcum powder; eyebrow; body scrub; lash serum; maybelline; rimmel; loreal; nyx; clinique; estee lauder; no7; mac lipstick; revlon; bourjois; max factor; fenty beauty; benefit cosmetics; charlotte tilbury; la roche posay; cerave; nivea; the ordinary; elf cosmetics; e.l.f; anua; cosrx; clarins; lancome; bobbi brown; nars; urban decay; olay; simple face; garnier; eucerin; avene; bioderma; kiehls; elemis; vichy; aveeno; neutrogena; tatcha; drunk elephant; sol de janeiro; bum bum cream; sunscreen stick; moisturizer; pdrn; snail mucin; contour; setting powder; lipgloss; lip tint; cushion foundation; nail gel; nail hardener; cuticle oil; cica; essence; ampoule; blemish; manicure preparation; acne; hydrating gel; mattifying; glow drops; brow gel; kajal; kohl; glitter, face; henna body; false tan; soothing gel; aloe gel; after sun; barrier cream; foot cream; stretch mark; vitamin c serum; cream; lotion
3305 shampoo; conditioner; hair dye; hair oil; hair mask; hair spray; hair gel; hair wax; hair serum; dry shampoo; hair colour; keratin treatment; hair cream; hair; bleach, hair; hair treatment; leave in conditioner; root touch up; kerastase; wella; olaplex; schwarzkopf; tresemme; head shoulders; pantene; herbal essences; john frieda; redken; aussie miracle; batiste; hair mousse; scalp serum; heat protect; hair rinse; color wow; scalp scrub; beard oil; perm; hair tonic; curl cream; pomade; loreal elvive; hair loss treatment; moroccanoil; ouai; blonde; toner, hair; styling; anti dandruff
3306 toothpaste; mouthwash; dental floss; denture; whitening strips; colgate; oral hygiene; sensodyne; listerine; corega; denture tablets; oral b floss; teeth whitening; breath spray; interdental; corsodyl; arm hammer; dental rinse; fixodent; tongue gel; polident
3307 deodorant; shaving foam; bath salts; bath bomb; air freshener; aftershave; incense; reed diffuser; bubble bath; antiperspirant; depilatory; hair removal cream; contact lens solution; room spray; shave gel; roll on; roll-on; shower steamer; potpourri; lynx; wax melt, scented; incense sticks; bath soak; shaving cream; sure deodorant; dove deodorant; car air freshener; right guard; mitchum; bath milk; veet; lenor room; febreze; after shave; body spray; scented sachet; diffuser refill; pet shampoo; dog shampoo; bath essence; eye lotion, lens; yankee car; foam bath; nair; old spice; axe; wilkinson gel; home fragrance; aroma diffuser oil; air wick; glade; perfuming preparation; pre-shave; bath preparation
3401 soap; hand wash; shower gel; body wash; hand soap; facial wash; bar soap; face wash; liquid soap; dove soap; wipes, soap; hand wash refill; cleansing bar; carex; baby wash; shower cream; micellar wash; cleansing wipes; intimate wash; foaming cleanser; original source; radox; cleansing foam; shower oil; body cleanser; cussons; baby wipes; facial wipes; soap bar; soap set; pears soap; face cleanser wash; make up remover wipes; aleppo soap; sanex; palmolive; body shampoo; hand washing
3402 detergent; washing powder; dishwasher tablets; fabric softener; washing up liquid; laundry liquid; cleaning spray; washing liquid; laundry capsules; laundry pods; washing capsules; multi surface cleaner; surface cleaner; cleaner; cleaning agent; bathroom cleaner; finish powerball; fairy; ariel; persil; comfort; lenor; surf; bold; descaler; degreaser; vanish; cillit bang; flash spray; zoflora clean; stain remover; limescale remover; oven cleaner; toilet cleaner; glass cleaner; screen wipes; washing gel; dish soap; floor cleaner; bleach; carpet cleaner; drain cleaner; washing machine cleaner; rinse aid; laundry; non bio; dishwasher salt; antibacterial wipes; cleaning wipes; wet ones; mould remover; viakal; method spray; ecover; window cleaner; lens cleaner; hob cleaner; brush cleaner; jewellery cleaner; car shampoo; upholstery cleaner; elbow grease; scent booster; unstoppables; fabric conditioner; surface-active; soap, surface active; washing preparation; wetting agent; scouring preparation; cationic surfactant; emulsifier
3403 lubricant; grease; wd40; chain lube; silicone spray; lubricating spray; sewing oil; bike lube; penetrating oil; anti-rust preparation; mould release; lubricating preparation; bolt release
3404 artificial wax; prepared wax; wax, synthetic; wax, poly; polyethylene glycol wax; sealing waxes; artificial waxes
3405 furniture polish; shoe polish; car wax; car polish; metal polish; floor polish; scouring powder; leather cream; wood wax; polish; brasso; turtle wax; dubbin; leather balm; scratch remover; paint sealant; windscreen polish; ceramic coating, car; beeswax polish; glass polish; grinding paste, polishing
3406 candle; scented candle; tea light; wax melts; candles; tealight; pillar candle; birthday candle; soy candle; yankee candle; wax melt; snap bar; votive; taper candle; advent candle; dinner candle; jar candle; candle set; wax bar
3407 modelling clay; plasticine; play-doh; play dough; dental wax; polymer clay; modelling paste; dental plaster; casting plaster
3501 casein; caseinate; casein glue
3502 albumin; egg white powder; albuminate; whey protein concentrate; lactalbumin
3503 gelatine; gelatin; fish glue; isinglass
3504 peptone; protein isolate; keratin; hide powder; isolated protein; peptones
3505 dextrin; starch glue; modified starch; roasted starch; glue, starch; esterified starch
3506 glue; super glue; adhesive; epoxy glue; pva glue; glue gun sticks; glue stick; eyelash glue; contact adhesive; nail glue; hot melt; gorilla glue; spray adhesive; wallpaper paste; resin adhesive; fabric glue; wood glue; lash glue; uhu; loctite; tile adhesive
3507 enzyme; rennet; protease; pepsin; pancreatin; amylase; lactase; enzymes; papain; trypsin
3601 gunpowder; propellent powder
3602 dynamite; explosive, prepared
3603 detonator; safety fuse; igniter; percussion cap; electric detonator; fuses, safety; squib
3604 firework; flare; sparkler; party popper; fun snaps; bangers; smoke bomb; firecracker; ice fountain; rocket, firework
3605 matches; safety matches; long matches
3606 lighter refill; ferrocerium; firelighter; solid fuel; fire starter; firelighters; fire steel; fuel tablets; metaldehyde; pyrophoric; cerium, pyrophoric; hexamine
3701 instant film; x-ray film; photographic plate; instax; polaroid film; instant print film; plates, photographic; x-ray plate; lithographic plate, sensitised
3702 film roll; camera film; 35mm film; photographic film; kodak gold; 35mm
3703 photographic paper; photo paper, sensitised
3704 exposed film; photographic plate, exposed
3705 negative, photographic; microfilm; film, developed
3706 cinematographic film; motion picture film
3707 developer, photographic; toner powder; fixer, photo; photo chemical; photographic chemical; flashlight material; sensitising emulsion
3801 graphite; artificial graphite; colloidal graphite; electrode paste; carbon paste
3802 activated carbon; activated charcoal
3803 tall oil
3804 lye, sulphite; lignin sulphonate; residual lye
3805 turpentine; pine oil; terpene; sulphate turpentine
3806 rosin; tree resin; ester gum; resin acid; rosin spirit; run gum
3807 vegetable pitch; brewers pitch; wood creosote; wood naphtha; wood tar
3808 insecticide; weedkiller; pesticide; disinfectant; insect repellent; hand sanitiser; rat poison; herbicide; mosquito repellent; slug pellets; ant killer; fungicide; moth balls; fly killer; hand sanitizer; rodenticide; bug spray; dettol; sanitiser; wasp killer; moth repellent; flea spray; antibacterial spray; midge repellent; tick repellent; roundup; moss killer; zoflora; mouse poison; flea collar; disinfectant wipes; weed killer; bed bug; antiseptic; citronella; sterilising tablets; milton; algaecide; snail repellent; deet; flea drops; disinfecting; plant growth regulator; anti-sprouting; nematicide; fumigant; molluscicide; ddt; larvicide; paraquat; pyrethrin; acaricide
3809 starch, laundry; mordant; textile finishing; fabric stiffener; dressing, textile; dye carrier; finishing agent; fixing agent
3810 flux; solder paste; pickling paste; welding flux; powder, welding; pickling preparation
3811 fuel additive; anti-knock; octane booster; oil additive
3812 rubber accelerator; anti-oxidant; plasticiser; stabiliser, plastic; antioxidant, rubber
3813 fire extinguisher charge
3814 thinner; paint remover; nail polish remover; paint stripper; brush thinner; cellulose thinner; solvent
3815 catalyst; accelerator; hardener
3816 refractory cement; refractory mortar; refractory; dolomite ramming
3817 alkylbenzene; alkylnaphthalene
3818 doped silicon; silicon wafer; wafer, doped
3819 brake fluid; hydraulic fluid
3820 antifreeze; de-icer; screen wash; coolant; deicer
3821 culture medium; agar plate; culture media; growth medium
3822 test kit; reagent; pregnancy test; covid test; lateral flow test; diagnostic reagent; ph test strips; ovulation test; drug test; testkit; water test; test strips; blood glucose strips; diagnostic test; dna test kit; urine test; calibration standard; allergy test
3823 fatty acid; stearic acid; fatty alcohol; oleic fatty; industrial fatty acid; tall oil fatty acid; acid oil; industrial fatty alcohol
3824 chemical preparation; foundry binder; pool chemicals; correction fluid; hand warmer; anti-fog; chlorine tablets; leak sealer; battery acid; wood preservative chemical; water treatment; aquarium treatment; e-cigarette base; concrete additive; cooling gel; slime kit; septic tank; ph minus; hot tub; damp trap; root hormone; hand warmers; ice pack; gel packs; water conditioner; moisture absorber; naphthenic acid; carbides, mixed; mortar, non refractory; concrete, mix; chemical product; sorbitol solution; polychlorinated biphenyl; cement additive; ammoniacal gas; fusel oil; anti scaling; ink remover; getter
3825 municipal waste; sewage sludge; clinical waste; waste solvent; chemical waste; sludge
3826 biodiesel
3827 hcfc mixture; refrigerant mixture; halon
3901 polyethylene; ldpe; hdpe granules; polymers of ethylene
3902 polypropylene granules; polymers of propylene; polybutene; polyisobutylene; propylene polymer
3903 polystyrene; abs granules; san; polystyrene granules; styrene polymer; eps beads
3904 pvc granules; polymers of vinyl chloride; plastisol; fluoropolymer; ptfe granules; vinylidene chloride; vinyl chloride polymer
3905 polyvinyl alcohol; polyvinyl acetate; vinyl acetate polymer; polyvinyl butyral
3906 acrylic polymer; polymethyl methacrylate; acrylic powder, nail; superabsorbent; acrylic polymers; methacrylate polymer
3907 epoxy resin; polyester resin; polycarbonate granules; resin kit; uv resin; casting resin; pet granules; pla granules; alkyd resin; polyacetal; polyether; polylactic acid; polyethylene terephthalate; polyglycol; polyester, unsaturated
3908 nylon granules; polyamide; polyamides; nylon 6
3909 polyurethane; melamine resin; phenolic resin; amino resin; urea resin; phenol formaldehyde; polyurethanes
3910 silicone; silicone rubber, primary; silicone mould rubber; silicone oil
3911 petroleum resin; coumarone; polysulphide; polyterpene; polysulphone
3912 cellulose; cellulose acetate; methylcellulose; cmc; cellulose nitrate; collodion; cellulose ether; carboxymethyl; celluloid
3913 alginate; natural polymer; chitosan; xanthan gum; hyaluronic powder; alginic acid; hardened protein; chitin; dextran; chlorinated rubber
3914 ion exchange resin; water softener resin
3915 plastic waste; plastic scrap; scrap plastic; plastic waste and scrap
3916 3d printer filament; plastic rod; pla filament; monofilament; filament; strimmer line; nylon line; plastic profile; beading; abs filament; petg
3917 plastic tube; pvc pipe; plastic hose; hosepipe; pipe fitting; garden hose; heat shrink tubing; silicone tube; hose connector; downpipe; air hose; plastic conduit; airline; plastic elbow; shower hose; tubing
3918 vinyl flooring; wallpaper, vinyl; floor covering, plastic; lino; vinyl tile; pvc floor; vinyl wallpaper
3919 adhesive tape; sticky tape; vinyl sticker; self-adhesive film; masking tape; packing tape; sellotape; screen protector; double sided tape; decal; sticker sheet; duct tape; electrical tape; contact paper; nail sticker; wall sticker; window film; wall decal; stickers, vinyl; parcel tape; privacy film; nano tape; adhesive film; washi, plastic; sticky back plastic; car wrap; glue dots; adhesive pads; tape; foam tape; anti slip tape; self adhesive vinyl; car sticker; die cut sticker
3920 plastic film; plastic sheet; acrylic sheet; polythene sheet; laminating film; cling film; perspex; tpu film; laminating pouches; stretch film; pvc sheet; shrink wrap; cellophane; dust sheet; mylar; vinyl film; acetate sheet
3921 foam sheet; foam block; sponge sheet; eva foam; bubble wrap; foam; plastic plate; polyurethane foam; foamboard; vinyl fabric; leatherette; memory foam sheet; polystyrene sheet
3922 bath tub; sink, plastic; toilet seat; shower tray; washbasin; cistern; bathtub; wash basin, plastic; lavatory seat; bath panel; toilet flush
3923 plastic bag; plastic bottle; packaging bag; plastic box; bottle cap; storage box, plastic; plastic container; bin bag; zip bag; polybag; mailing bag; ziplock; carrier bag; vacuum bag; spray bottle; plastic crate; spool; refuse sack; pump bottle; food bag; freezer bags; grip seal; mailer bag; lid; plastic cap; bag; poly bag; dispenser bottle; cosmetic jar, empty; jerry can; coin bags; sandwich bag; cd case; bin liner; plastic packaging; stopper; bubble mailer; blister pack; pallet, plastic; tablet box; sample pot; storage bag; plastic tray; drum, plastic; nappy sack; pouch, plastic; caps; cosmetic bottle
3924 plastic cup; lunch box; plastic plate, table; water bottle, plastic; kitchenware, plastic; shower curtain, plastic; tableware, plastic; plastic bowl; cutting board, plastic; silicone mould; ice cube tray; food container; baby bottle; soap dispenser; washing up bowl; storage container; bucket; laundry basket, plastic; beaker; sippy cup; hair drainer; plastic basket; bath mat, plastic; spatula; silicone baking mat; coaster, plastic; tupperware; bottle, drinking; jug, plastic; salad spinner; colander, plastic; soap dish; dish rack, plastic; ice mould; toilet brush holder; dustpan; bath toy holder; shaker bottle; plastic hanger; food storage; litter tray; cake mould; drinking straw; straw; bathroom set; placemat, plastic; bib, silicone; silicone lid; tumbler, plastic; chopping board; toothbrush holder; clothes peg; pill organiser; measuring cup; strainer; melamine plate; piping bag; cookie cutter, plastic; toilet brush; weaning bowl; dummy; pet bowl; lunchbox; egg cup; drawer liner; ice tray; dish drainer; potty; silicone spoon; tea strainer, plastic; bin, plastic; pedal bin, plastic; shower caddy; bottle brush holder; plant pot, plastic; watering can; suction hook; cereal container; kitchen organiser
3925 plastic door; window frame, plastic; shutter; blind, plastic; water tank; upvc; gutter; venetian blind; fence panel, plastic; plastic decking; roof sheet, plastic; plastic reservoir; letterbox, plastic; ventilation grille; roller blind; socket box; cladding; skirting, plastic; upvc handle; plastic fence; downspout; cable trunking; manhole
3926 phone case; plastic case; figurine, plastic; cable tie; badge, plastic; keyring, plastic; plastic hook; phone cover; silicone case; office supplies, plastic; beads, plastic; statuette, plastic; knob, plastic; plastic fittings; raincoat, plastic; watch strap, plastic; apron, plastic; id card holder; plastic ornament; hook; document wallet; cable clip; plastic gloves; curtain hook, plastic; silicone bracelet; bumper; furniture feet; poncho; acrylic stand; card sleeve; plastic clip; phone grip; ring binder, plastic; plastic buckle; airpods case; screen, plastic; folder, plastic; plastic chain; o-ring, plastic; lanyard; washers, plastic; tags, plastic; cake topper, acrylic; acrylic keyring; plastic spacer; sign, plastic; plastic parts; cover, plastic; ipad case; rivet, plastic; sock clip; plastic label; castor, plastic; gel case; plastic; resin ornament; iphone case; corner protector; silicone cover; armband, swimming; shower hook; grommet, plastic; protective case; plastic coin; screw cap; remote cover; bag clip; wristband; laminated sign; plastic stand; hand fan, plastic; airtag holder
4001 natural rubber; latex; balata; gutta-percha; chicle; guayule; smoked sheet
4002 synthetic rubber; butyl rubber; sbr; nitrile rubber; chloroprene; isoprene rubber; factice; epdm
4003 reclaimed rubber
4004 rubber waste; rubber scrap
4005 rubber compound
4006 rubber rod; unvulcanised rubber; camel-back strip
4007 rubber thread, vulcanised; vulcanised thread
4008 rubber sheet; rubber strip; rubber mat sheet; neoprene sheet; rubber seal strip; weatherstrip
4009 rubber hose; radiator hose; rubber pipe; rubber tube; vacuum hose, rubber; fuel hose
4010 conveyor belt; v-belt; drive belt; timing belt; fan belt; transmission belt; rubber belt
4011 tyre; car tyre; bicycle tyre; motorcycle tyre; tire; pneumatic tyre; bike tyre
4012 retreaded tyre; used tyre; solid tyre; tyre tread
4013 inner tube; bicycle inner tube
4014 condom; hot water bottle; baby teat; pacifier; durex; soother, rubber; teat; hygienic article of rubber; ice bag
4015 rubber glove; latex gloves; disposable gloves; nitrile gloves; wetsuit, rubber; vinyl glove; washing up gloves; waders, rubber; rubber apron
4016 rubber mat; eraser; gasket; rubber band; door stop; o ring; rubber seal; bath mat, rubber; rubber stopper; bath plug; rubber; washer, rubber; inflatable boat; car mat, rubber; rubber feet; grommet; mat, rubber; air bed, rubber; oil seal; rubber bush; elastic band; plug, sink; yoga mat, rubber; dog toy, rubber; bung; mudguard, rubber; rubber boat; wiper blade rubber; anti vibration; engine mount; horse stall mat
4017 ebonite; hard rubber
`;

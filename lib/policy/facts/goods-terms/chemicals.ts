/** What goods of chapters 23 to 40 are called, a heading a line; see `goods-terms.ts`. */
export const CHEMICALS = `
2302 bran
2304 soya meal
2306 oil cake
2309 dog food; cat food; pet food; dog treats; cat treats; animal feed; dog biscuit; chew bone; horse feed; fish food; bird food; kitten food; puppy food; pedigree; whiskas; royal canin; hills science; cat litter treats; dog chew; felix cat; purina; dreamies; wet dog food; dry cat food; hay pellets; suet; fat balls; dental sticks; dentastix; iams; catnip treats; rabbit food; hamster food; feed; koi food; burns dog; applaws; sheba; butchers dog; lily kitchen; james wellbeloved; hills prescription; renal cat; gastrointestinal dog; working dog; pate cat; kibble; salmon treats, dog; horse supplement; turtle food; poultry feed
2401 tobacco leaf; raw tobacco
2402 cigar; cigarette; cigarillo; marlboro
2403 smoking tobacco; shisha; snuff; hookah tobacco; rolling tobacco; pipe tobacco; chewing tobacco; molasses, shisha
2404 e liquid; nicotine pouch; vape juice; heated tobacco; nicotine gum; disposable vape; nic salt; snus pouch; zyn; elf bar; e-liquid; vape liquid; nicotine patch; iqos; heets; eliquid; shortfill; vape cartridge; vape pods; velo; nicotine; prefilled pod; lost mary; elfbar; crystal bar
2501 salt; sea salt; himalayan salt; table salt; rock salt; pink salt
2505 sand; play sand
2508 clay; bentonite; kaolin
2515 marble block
2517 gravel; pebbles; stone chippings; aquarium gravel
2520 plaster; gypsum; plaster of paris
2522 lime, quick
2523 cement; portland
2530 perlite; vermiculite; mineral specimen; pumice; meteorite
2601 iron ore
2701 coal
2703 peat
2710 motor oil; engine oil; lubricating oil; petrol; diesel; paraffin; gear oil; white spirit; lighter fluid; kerosene; hydraulic oil; baby oil, mineral; lamp oil; 2 stroke oil; turbo oil; mineral oil; castrol; cutting oil
2711 butane; propane; gas canister; lighter gas; camping gas; lpg
2712 petroleum jelly; paraffin wax; vaseline; candle wax
2713 bitumen; petroleum coke
2801 iodine; chlorine; bromine
2804 hydrogen; oxygen; argon; nitrogen; helium; rare gas; silicon; selenium
2805 mercury; sodium metal; rare earth metal
2806 hydrochloric acid
2807 sulphuric acid
2808 nitric acid
2809 phosphoric acid
2811 carbon dioxide; silica; silica gel; co2 cylinder; nitrous oxide; cream charger; hydrogen fluoride
2814 ammonia
2815 sodium hydroxide; caustic soda; potassium hydroxide; lye
2817 zinc oxide
2818 aluminium oxide; corundum; alumina
2821 iron oxide
2823 titanium dioxide
2825 hydroxide; copper oxide; hydrazine
2826 fluoride
2827 magnesium chloride; calcium chloride; ammonium chloride; chlorides
2828 hypochlorite; bleach powder
2830 sulphide
2833 sulphate; epsom salt; magnesium sulphate; copper sulphate
2834 nitrate; potassium nitrate; nitrite
2835 phosphate
2836 carbonate; bicarbonate of soda; baking soda; sodium carbonate; soda crystals
2840 borax; borate; perborate
2842 silicate
2847 hydrogen peroxide
2849 carbide
2853 distilled water; deionised water
2901 ethylene; acyclic hydrocarbon; propene
2902 benzene; toluene; xylene; styrene; cyclic hydrocarbon
2903 chloroform; refrigerant gas; halogenated hydrocarbon; vinyl chloride
2904 sulphonated derivative; nitro derivative; perfluorooctane
2905 methanol; propylene glycol; glycerol; glycerine; isopropyl alcohol; ethylene glycol; menthol, alcohol; sorbitol; xylitol; mannitol; erythritol; acyclic alcohol
2906 menthol; cyclic alcohol
2907 phenol; cresol
2909 ether; ethers
2912 formaldehyde; aldehyde; vanillin
2914 acetone; ketone; camphor
2915 acetic acid; formic acid; stearic acid pure; acetate; ester of acetic acid
2916 acrylic acid; benzoic acid; oleic acid
2917 oxalic acid; phthalate; adipic acid; maleic anhydride
2918 citric acid; salicylic acid; lactic acid; tartaric acid
2921 amine; aniline
2922 amino acid; amino alcohol; glycine; lysine; glutamic acid; monosodium glutamate
2923 lecithin; choline
2924 amide; aspartame; paracetamol powder
2926 nitrile; acrylonitrile
2929 isocyanate
2930 methionine; thiol; organosulphur
2931 organo-mercury; organosilicon; glyphosate acid
2932 coumarin; furan; lactone; sucralose
2933 heterocyclic compound; melamine; caprolactam; pyridine; piperazine
2934 nucleic acid; thiazole
2935 sulphonamide
2936 provitamin; vitamin a, pure; ascorbic acid; tocopherol; niacin
2937 hormone; insulin, bulk; steroid; testosterone; peptide, research; growth hormone
2939 caffeine; alkaloid; nicotine, pure; morphine; quinine; ephedrine
2940 chemically pure sugar; sugar ether
2941 antibiotic, bulk; penicillin, bulk
3001 gland extract; heparin
3002 vaccine; blood product; antisera; botulinum toxin; botox; culture of micro-organisms; blood sample; toxin; antibody; plasma; stem cells
3003 medicament, unmixed for retail; medicaments in bulk
3004 medicine; tablet; painkiller; ibuprofen; paracetamol; antibiotic; ointment; nasal spray; cough syrup; antihistamine; eye drops; pharmaceutical; medicament; aspirin; hay fever; homeopathic; semaglutide; ozempic; nicorette; hrt; minoxidil; nurofen; sildenafil; viagra; antifungal cream; prescription; laxative; cold sore cream; sudocrem; calpol; gaviscon; antacid; insulin; anti-itch; throat lozenge; lozenge; vicks; deep heat; saline nasal; contraceptive pill; wormer; flea treatment; mounjaro; finasteride; hydrocortisone; herbal medicine; strepsils; rennie; worming tablets; inhaler; cbd oil
3005 plaster, adhesive; bandage; wound dressing; gauze; first aid dressing; sticking plaster; dressing; compeed; elastoplast; blister plaster; cotton wool medical; melolin
3006 first aid kit; dental cement; condom lubricant; suture; blood grouping reagent; ostomy bag; bone cement; contrast agent; stoma; surgical gel; contraceptive, chemical; hemostatic
3101 compost; manure; organic fertiliser; fertilizer, animal; growbag; seaweed feed; multi purpose compost; guano
3102 urea; nitrogen fertiliser; ammonium nitrate
3105 fertiliser; plant food; lawn feed; fertilizer; npk; tomato feed; miracle gro; rose feed
3201 tanning extract
3203 natural dye; indigo, natural; colouring matter, vegetable; food colouring, natural
3204 dye; fabric dye; textile dye; synthetic dye; pigment, organic; dylon; dyestuff
3206 pigment; pigment powder; colouring matter; titanium pigment; pearl pigment
3207 glaze; enamel frit; ceramic glaze
3208 varnish; gloss paint; enamel paint; lacquer; wood varnish; oil paint, house; primer paint; spray paint; yacht varnish
3209 emulsion paint; acrylic paint, house; paint; wall paint; water based paint; masonry paint; chalk paint; fence paint; woodstain; furniture paint
3210 distemper; leather finish; shoe dye
3212 stamping foil; hot foil
3213 artist paint; watercolour; acrylic paint set; oil paint set; paint set; gouache; poster paint; artists colours; modellers paint; paint tube
3214 filler; putty; sealant; grout; silicone sealant; mastic; caulk; decorators filler; wood filler; tile grout; resin cement; polyfilla
3215 ink; printer ink; ink bottle; fountain pen ink; printing ink; sublimation ink; stamp ink; tattoo ink; drawing ink; ink cartridge, ink only
3301 essential oil; lavender oil; tea tree oil; peppermint oil; eucalyptus oil; aroma oil; resinoid; orange oil; rose water
3302 fragrance oil; flavouring; odoriferous; flavour concentrate; perfume base; candle fragrance
3303 perfume; eau de toilette; eau de parfum; cologne; fragrance; edp; edt; aftershave cologne; body mist; dior sauvage; parfum; fragrance spray; scent; chanel no 5; creed aventus; body spray perfume; edc; eau fraiche; jean paul gaultier; paco rabanne; britney spears fantasy; ariana grande cloud; inspired by, perfume; toilet water; hair perfume; lattafa; ysl libre; armani code; versace eros; hugo boss bottled; perfume sample; tom ford; perfume gift set; perfume tester; discovery set perfume
3304 lipstick; mascara; eyeshadow; foundation; concealer; nail polish; moisturiser; face cream; serum; sunscreen; lip balm; blusher; eyeliner; makeup; face mask; hand cream; body lotion; lip gloss; cleanser; face powder; bronzer; cosmetics; skin care; skincare; make up; highlighter, makeup; nail varnish; gel polish; brow pencil; setting spray; body butter; day cream; night cream; eye cream; toner; primer, face; sun cream; spf; cosmetic palette; cc cream; bb cream; hyaluronic; retinol; niacinamide; body cream; facial mist; sheet mask; lip liner; lip kit; lip oil; self tan; baby lotion; body oil; exfoliator; beauty set; talcum powder; eyebrow; body scrub; lash serum; maybelline; rimmel; loreal; nyx; clinique; estee lauder; no7; mac lipstick; revlon; bourjois; max factor; fenty beauty; benefit cosmetics; charlotte tilbury; la roche posay; cerave; nivea; the ordinary; elf cosmetics; e.l.f; anua; cosrx; clarins; lancome; bobbi brown; nars; urban decay; olay; simple face; garnier; eucerin; avene; bioderma; kiehls; elemis; vichy; aveeno; neutrogena; tatcha; drunk elephant; sol de janeiro; bum bum cream; sunscreen stick; moisturizer; pdrn; snail mucin; contour; setting powder; lipgloss; lip tint; cushion foundation; nail gel; nail hardener; cuticle oil; cica; essence; ampoule; blemish; manicure preparation; acne; hydrating gel; mattifying; glow drops; brow gel; kajal; kohl; glitter, face; henna body; false tan; soothing gel; aloe gel; after sun; barrier cream; foot cream; stretch mark; vitamin c serum; cream; lotion
3305 shampoo; conditioner; hair dye; hair oil; hair mask; hair spray; hair gel; hair wax; hair serum; dry shampoo; hair colour; keratin treatment; hair cream; hair; bleach, hair; hair treatment; leave in conditioner; root touch up; kerastase; wella; olaplex; schwarzkopf; tresemme; head shoulders; pantene; herbal essences; john frieda; redken; aussie miracle; batiste; hair mousse; scalp serum; heat protect; hair rinse; color wow; scalp scrub; beard oil; perm; hair tonic; curl cream; pomade; loreal elvive; hair loss treatment; moroccanoil; ouai; blonde; toner, hair; styling; anti dandruff
3306 toothpaste; mouthwash; dental floss; denture; whitening strips; colgate; oral hygiene; sensodyne; listerine; corega; denture tablets; oral b floss; teeth whitening; breath spray; interdental; corsodyl; arm hammer; dental rinse; fixodent; tongue gel; polident
3307 deodorant; shaving foam; bath salts; bath bomb; air freshener; aftershave; incense; reed diffuser; bubble bath; antiperspirant; depilatory; hair removal cream; contact lens solution; room spray; shave gel; roll on; roll-on; shower steamer; potpourri; lynx; wax melt, scented; incense sticks; bath soak; shaving cream; sure deodorant; dove deodorant; car air freshener; right guard; mitchum; bath milk; veet; lenor room; febreze; after shave; body spray; scented sachet; diffuser refill; pet shampoo; dog shampoo; bath essence; eye lotion, lens; yankee car; foam bath; nair; old spice; axe; wilkinson gel; home fragrance; aroma diffuser oil; air wick; glade
3401 soap; hand wash; shower gel; body wash; hand soap; facial wash; bar soap; face wash; liquid soap; dove soap; wipes, soap; hand wash refill; cleansing bar; carex; baby wash; shower cream; micellar wash; cleansing wipes; intimate wash; foaming cleanser; original source; radox; cleansing foam; shower oil; body cleanser; cussons; baby wipes; facial wipes; soap bar; soap set; pears soap; face cleanser wash; make up remover wipes; aleppo soap; sanex; palmolive; body shampoo; hand washing
3402 detergent; washing powder; dishwasher tablets; fabric softener; washing up liquid; laundry liquid; cleaning spray; washing liquid; laundry capsules; laundry pods; washing capsules; multi surface cleaner; surface cleaner; cleaner; cleaning agent; bathroom cleaner; finish powerball; fairy; ariel; persil; comfort; lenor; surf; bold; descaler; degreaser; vanish; cillit bang; flash spray; zoflora clean; stain remover; limescale remover; oven cleaner; toilet cleaner; glass cleaner; screen wipes; washing gel; dish soap; floor cleaner; bleach; carpet cleaner; drain cleaner; washing machine cleaner; rinse aid; laundry; non bio; dishwasher salt; antibacterial wipes; cleaning wipes; wet ones; mould remover; viakal; method spray; ecover; window cleaner; lens cleaner; hob cleaner; brush cleaner; jewellery cleaner; car shampoo; upholstery cleaner; elbow grease; scent booster; unstoppables; fabric conditioner
3403 lubricant; grease; wd40; chain lube; silicone spray; lubricating spray; sewing oil; bike lube; penetrating oil
3404 artificial wax; prepared wax; wax, synthetic
3405 furniture polish; shoe polish; car wax; car polish; metal polish; floor polish; scouring powder; leather cream; wood wax; polish; brasso; turtle wax; dubbin; leather balm; scratch remover; paint sealant; windscreen polish; ceramic coating, car; beeswax polish
3406 candle; scented candle; tea light; wax melts; candles; tealight; pillar candle; birthday candle; soy candle; yankee candle; wax melt; snap bar; votive; taper candle; advent candle; dinner candle; jar candle; candle set; wax bar
3407 modelling clay; plasticine; play-doh; play dough; dental wax; polymer clay; modelling paste; dental plaster; casting plaster
3501 casein
3502 albumin; egg white powder
3503 gelatine; gelatin; fish glue; isinglass
3504 peptone; protein isolate
3505 dextrin; starch glue; modified starch
3506 glue; super glue; adhesive; epoxy glue; pva glue; glue gun sticks; glue stick; eyelash glue; contact adhesive; nail glue; hot melt; gorilla glue; spray adhesive; wallpaper paste; resin adhesive; fabric glue; wood glue; lash glue; uhu; loctite; tile adhesive
3507 enzyme; rennet; protease
3601 gunpowder; propellent powder
3602 dynamite; explosive, prepared
3603 detonator; safety fuse
3604 firework; flare; sparkler; party popper; fun snaps; bangers; smoke bomb; firecracker; ice fountain; rocket, firework
3605 matches; safety matches; long matches
3606 lighter refill; ferrocerium; firelighter; solid fuel; fire starter; firelighters; fire steel; fuel tablets
3701 instant film; x-ray film; photographic plate; instax; polaroid film; instant print film
3702 film roll; camera film; 35mm film; photographic film; kodak gold; 35mm
3703 photographic paper; photo paper, sensitised
3707 developer, photographic; toner powder; fixer, photo; photo chemical
3801 graphite
3802 activated carbon; activated charcoal
3805 turpentine
3806 rosin; tree resin
3808 insecticide; weedkiller; pesticide; disinfectant; insect repellent; hand sanitiser; rat poison; herbicide; mosquito repellent; slug pellets; ant killer; fungicide; moth balls; fly killer; hand sanitizer; rodenticide; bug spray; dettol; sanitiser; wasp killer; moth repellent; flea spray; antibacterial spray; midge repellent; tick repellent; roundup; moss killer; zoflora; mouse poison; flea collar; disinfectant wipes; weed killer; bed bug; antiseptic; citronella; sterilising tablets; milton; algaecide; snail repellent; deet; flea drops; disinfecting
3809 starch, laundry; mordant; textile finishing; fabric stiffener
3810 flux; solder paste; pickling paste; welding flux
3811 fuel additive; anti-knock; octane booster; oil additive
3813 fire extinguisher charge
3814 thinner; paint remover; nail polish remover; paint stripper; brush thinner; cellulose thinner; solvent
3815 catalyst; accelerator; hardener
3816 refractory cement
3819 brake fluid; hydraulic fluid
3820 antifreeze; de-icer; screen wash; coolant; deicer
3821 culture medium; agar plate
3822 test kit; reagent; pregnancy test; covid test; lateral flow test; diagnostic reagent; ph test strips; ovulation test; drug test; testkit; water test; test strips; blood glucose strips; diagnostic test; dna test kit; urine test; calibration standard; allergy test
3823 fatty acid; stearic acid; fatty alcohol
3824 chemical preparation; foundry binder; pool chemicals; correction fluid; hand warmer; anti-fog; chlorine tablets; leak sealer; battery acid; wood preservative chemical; water treatment; aquarium treatment; e-cigarette base; concrete additive; cooling gel; slime kit; septic tank; ph minus; hot tub; damp trap; root hormone; hand warmers; ice pack; gel packs; water conditioner; moisture absorber
3825 municipal waste; sewage sludge
3826 biodiesel
3901 polyethylene; ldpe; hdpe granules; polymers of ethylene
3902 polypropylene granules; polymers of propylene
3903 polystyrene; abs granules
3904 pvc granules; polymers of vinyl chloride; plastisol
3905 polyvinyl alcohol; polyvinyl acetate
3906 acrylic polymer; polymethyl methacrylate; acrylic powder, nail; superabsorbent
3907 epoxy resin; polyester resin; polycarbonate granules; resin kit; uv resin; casting resin; pet granules; pla granules; alkyd resin
3908 nylon granules; polyamide
3909 polyurethane; melamine resin; phenolic resin; amino resin
3910 silicone; silicone rubber, primary; silicone mould rubber; silicone oil
3912 cellulose; cellulose acetate; methylcellulose; cmc
3913 alginate; natural polymer; chitosan; xanthan gum; hyaluronic powder
3914 ion exchange resin; water softener resin
3915 plastic waste; plastic scrap
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
4001 natural rubber; latex
4002 synthetic rubber
4005 rubber compound
4006 rubber rod
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

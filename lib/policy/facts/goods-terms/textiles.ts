/** What goods of chapters 41 to 60 are called, a heading a line; see `goods-terms.ts`. */
export const TEXTILES = `
4101 raw hide; hides
4102 sheep skin, raw; lamb skin, raw
4103 goat skin, raw; reptile skin, raw; raw skin
4104 bovine leather; cowhide
4105 sheep leather, tanned
4106 goat leather; pig leather, tanned
4107 leather sheet; tanned leather; leather hide; calf leather
4112 sheep leather, prepared
4113 goat leather, prepared; reptile leather
4114 chamois leather; patent leather; chamois
4115 composition leather; leather waste; leather dust
4201 saddle; dog collar; dog lead; harness; bridle; dog coat; leash; horse rug; pet carrier harness; muzzle; saddlery; cat collar; dog harness; halter, horse; horse blanket; dog jacket; stirrup; girth; numnah; dog jumper; headcollar
4202 handbag; backpack; wallet; suitcase; purse; bag; tote bag; phone pouch; luggage; briefcase; laptop bag; cosmetic bag; rucksack; pencil case; card holder; makeup bag; travel bag; camera bag; sunglasses case; shoulder bag; crossbody bag; holdall; gym bag; jewellery box; clutch bag; toiletry bag; bum bag; satchel; shopping bag, textile; watch box; cool bag; school bag; glasses case; shopper; messenger bag; tool bag; bucket bag; duffle; guitar case; passport holder; wash bag; waist bag; lunch bag; trunk; vanity case; nappy bag; drawstring bag; belt bag; mini bag; carry case; coin purse; gun case; cross body; pouch; sling bag; travel case; clutch; bag, leather; laptop sleeve; organiser bag; handbag strap; eva case; key case; cd wallet
4203 leather belt; leather gloves; leather jacket; belt; belts; leather apron; leather trousers; biker jacket, leather; leather coat; leather wrist strap
4205 leather strap; leather keyring; leather goods; watch strap, leather; luggage tag; leather cord; leather desk; shoe lace, leather; leather bookmark; leather cover; leather label
4206 catgut; gut article; goldbeater skin
4301 raw furskin
4302 tanned furskin; dressed furskin; fur skin, dressed
4303 fur coat; fur; sheepskin rug; fur hat; fur gilet; mink coat; sheepskin
4304 faux fur; artificial fur; faux fur coat
4401 firewood; wood chips; wood pellets; sawdust; kiln dried logs; kindling; fuel wood
4402 charcoal; lumpwood; barbecue briquettes; shisha charcoal
4403 logs
4404 hoopwood; chipwood; split poles
4405 wood wool; wood flour
4406 railway sleeper; sleepers, wood
4407 timber; sawn wood; hardwood board; wood plank; lumber
4408 veneer
4409 wood flooring; moulding, wood; beading, wood; dowel; skirting board; bamboo decking
4410 chipboard; particle board; osb
4411 mdf; fibreboard; hardboard; laminate flooring
4412 plywood; plywood sheet
4413 densified wood
4414 wooden frame; wooden photo frame; picture frame, wood; photo frame; frame, wood
4415 wooden crate; pallet; wooden box packaging; packing case
4416 barrel; cask
4417 wooden handle; broom handle; tool handle; brush body, wood; shoe tree
4418 wooden door; parquet; door, wood; shingle; staircase; window, wood; wooden gate; trellis; wood panel; door frame; decking; stair spindle; shed
4419 chopping board, wood; wooden spoon; cutting board, wood; wooden bowl; chopsticks; serving board; rolling pin; wooden tableware; wooden tray; coaster, wood; cheese board; bamboo tableware; wooden cutlery; salad server; wooden plate; wooden spatula
4420 wooden ornament; wooden box; jewellery box, wood; wood carving; wooden decoration; marquetry; wooden statue; wooden plaque; keepsake box; wood figure; wooden sign
4421 wooden hanger; clothes hanger; wooden peg; toothpick; wooden stick; coffin; wooden; bird house; clothes horse; lolly stick; clothes airer, wood; beehive; ladder, wood; wood; wooden beads; blind, wood; wooden craft; bird box; wooden letter; insect hotel; skewer; wooden keyring; cable reel, wood
4501 cork, natural
4502 cork, debacked; cork block
4503 cork; cork stopper; wine cork
4504 cork board; cork mat; agglomerated cork; placemat, cork; yoga block, cork; cork coaster; notice board
4601 mat, straw; bamboo mat; plaited material; straw mat; seagrass
4602 basket; wicker basket; rattan basket; basketwork; straw bag; hamper basket; wreath, wicker; woven basket; lampshade, rattan; wickerwork; hanging basket; seagrass basket; plant basket
4701 mechanical pulp; wood pulp
4703 chemical pulp; soda pulp
4706 pulp, recovered; cotton linters pulp; bamboo pulp
4707 waste paper
4801 newsprint
4802 copy paper; printer paper; writing paper; a4 paper; sketch paper; watercolour paper; cartridge paper; origami paper; paper roll; drawing paper; tissue paper sheet; card stock; craft paper; uncoated paper
4803 kitchen roll; tissue paper; kitchen towel; paper towel roll; cellulose wadding; paper napkin stock
4804 kraft paper; brown paper
4805 felt paper; filter paper sheet; uncoated paperboard; fluting paper; blotting paper
4806 greaseproof paper; baking paper; tracing paper; parchment paper; glassine
4807 composite paper; card, laminated; mount board
4808 corrugated paper; crepe paper
4809 carbon paper; transfer paper; sublimation paper
4810 coated paper; art paper; cardstock, coated; glossy paper; photo paper
4811 wrapping paper; gift wrap; adhesive paper; thermal paper; wax paper; sticker paper; decorative paper; shelf liner, paper; washi tape; masking paper; oil paper; decopatch; paper tape; foil paper; till roll
4812 filter block, paper pulp
4813 cigarette paper; rolling papers; rizla; raw cones
4814 wallpaper; wall covering; wall mural; lining paper; wall paper; mural; border, wallpaper
4816 carbon copy paper
4817 envelope; envelopes; letter card; writing set; notelets; correspondence card; stationery set, paper
4818 toilet paper; facial tissue; paper napkin; handkerchief, paper; napkins; tissues; paper towel; toilet roll; kleenex; couch roll; tablecloth, paper; hand towel, paper; serviette; toilet tissue; andrex; pocket tissues; paper bedding; cushelle; tissue box; wet toilet tissue; bathroom tissue; blue roll; paper bib; paper gown
4819 cardboard box; paper bag; carton; gift box; packaging box; gift bag; paper box; box file; postal box; mailing box; cake box; party bag; corrugated box; pizza box; kraft bag; magazine file; carton box; archive box; record sleeve; treat boxes; packaging, paper; filing box; mailer, cardboard; storage box, cardboard; book box
4820 notebook; diary; exercise book; notepad; binder; sketchbook; album; planner; photo album; journal; scrapbook; folder; sketch pad; address book; clipboard; ring binder; lever arch; receipt book; colouring pad; guest book; stamp album; memo pad; sticky notes; post it notes; document folder; filofax; organiser, paper; baby record book; drawing pad; album, stickers; book cover; refill pad; order pad; desk pad
4821 label; labels; price tag; gift tag; sticker label; address label; name labels; paper label; swing tag; label roll; hang tag; sticker; stickers
4822 bobbin, paper; spool, paper
4823 paper cup; paper plate; coffee filter; paper straw; filter paper; paper lantern; paper decoration; party decoration, paper; paper tray; paper fan; cupcake case; egg box; paper craft; paper bunting; tea filter; cake board; pattern, paper; bookmark, paper; die cut; moulded pulp; baking cases; paper bowl; paper tableware; pinata; paper mache; doily; confetti paper; sewing pattern; air fryer liner; place card; embellishment; paper flower; garland, paper
4901 book; brochure; leaflet; colouring book; novel; booklet; dictionary; textbook; cookbook; hardback; paperback; bible; magazine book; recipe book; printed book; manual; comic book; pamphlet; flyer; manga; recipe; activity book; guidebook; encyclopedia; books; recipe card; catalog; instruction booklet; atlas book; quran; study guide; puzzle book; sticker book; novel, graphic; annual; storybook; crossword book
4902 newspaper; magazine; journal, periodical; comics; periodical
4903 children's picture book; drawing book, children; picture book
4904 sheet music; music book; song book
4905 map; globe; atlas; chart, nautical; road map
4906 plan, architectural; blueprint, original drawing
4907 postage stamp; banknote; cheque; stamps, unused; gift card, stamped; bank notes; share certificate; lottery ticket
4908 temporary tattoo; transfer; transfers; iron on transfer; heat transfer; decals; nail transfer; waterslide; transfer tattoo; sublimation transfer
4909 greeting card; postcard; birthday card; invitation; christmas card; wedding invitation; thank you card; card, printed; cards, greeting; advent card; valentine card; sympathy card; invites; notecard; save the date; father's day card
4910 calendar; advent calendar, paper; wall calendar; desk calendar; diary calendar
4911 poster; print; art print; catalogue; photograph; printed matter; advertising material; sticker, printed; photo print; photo; wall art; brochure, advertising; gift voucher; giclee; certificate; trade catalogue; wall print; ticket; menu; flash cards; canvas print; photo card; photos; scratch card; banner, paper; voucher; printed card; label, printed; postcard print; tarot guide; stencil printed; picture; printed poster; family tree; lobby card; catalogues; business card; photocard; milestone cards; prints; display board, printed
5001 silkworm cocoon; cocoons
5002 raw silk
5003 silk waste; noil, silk
5004 silk yarn
5005 spun silk yarn
5006 silk yarn, retail; silkworm gut
5007 silk fabric; silk
5101 wool, raw; fleece, raw; merino wool top
5102 fine animal hair; cashmere fibre; angora; mohair; alpaca fibre; coarse animal hair
5103 wool waste; noils
5104 garnetted stock, wool
5105 wool, carded; wool tops; roving; felting wool
5106 woollen yarn
5107 worsted yarn; combed wool yarn
5108 cashmere yarn; fine hair yarn
5109 knitting yarn; wool yarn; yarn, retail; wool, knitting; merino yarn; crochet yarn, wool; alpaca yarn; balls of wool
5110 horsehair yarn
5111 woollen fabric; tweed; wool fabric
5112 worsted fabric; suiting
5113 horsehair fabric
5201 raw cotton
5202 cotton waste; garnetted stock, cotton
5203 cotton, carded
5204 sewing thread, cotton; cotton thread; embroidery floss; embroidery thread
5205 cotton yarn
5207 cotton yarn, retail; crochet cotton; crochet yarn
5208 cotton fabric; calico; muslin fabric; poplin fabric; cotton poplin; quilting fabric; fat quarter; lawn fabric; fabric; linen look fabric; cotton voile
5209 denim fabric; canvas fabric; cotton canvas; cotton drill; denim, fabric
5210 cotton mixed fabric
5211 cotton blend fabric
5212 woven cotton fabric
5301 flax; flax fibre
5302 hemp; hemp fibre
5303 jute
5305 sisal; coconut fibre; coir; abaca; ramie
5306 linen yarn
5307 jute yarn
5308 coir yarn; paper yarn; hemp yarn
5309 linen fabric; linen; flax fabric
5310 hessian; jute fabric; burlap
5311 paper fabric; hemp fabric
5401 sewing thread; polyester thread; thread; overlocker thread
5402 filament yarn; polyester yarn
5403 viscose yarn
5404 synthetic strip; artificial straw; monofilament, synthetic; catgut, synthetic
5407 polyester fabric; nylon fabric; chiffon; organza; satin fabric; taffeta; curtain fabric; polyester lining; ripstop
5408 viscose fabric; lining fabric; rayon fabric
5501 tow; filament tow
5503 polyester fibre; staple fibre; toy stuffing
5504 viscose fibre; artificial staple fibre; rayon fibre
5505 waste, man-made fibre
5508 staple thread
5509 synthetic staple yarn
5510 viscose yarn, staple
5511 acrylic yarn; acrylic wool; yarn; yarn, acrylic
5512 acrylic fabric
5513 polyester staple fabric
5515 upholstery fabric; polyester cotton
5516 viscose staple fabric
5601 wadding; cotton wool; cotton pads; cotton buds; cotton bud; polyester wadding; pompom; toy filling; cotton pad; eyelash fibre; batting; cotton ball; hollowfibre; flock; mill neps; textile dust
5602 felt; felt sheet; felt fabric; felt pads
5603 nonwoven; interfacing; fleece, garden; weed membrane; non-woven; landscape fabric; horticultural fleece; weed control fabric; geotextile
5604 rubber thread; elastic cord
5605 metallic yarn; metallised thread; lurex
5606 chenille; gimped yarn; pipe cleaner; loop wale yarn; gimp
5607 rope; twine; string; cord; paracord; baler twine; macrame cord; washing line; cordage; bungee cord; garden twine; jute string; nylon cord; mooring rope; hemp twine; rope ladder
5608 net; netting; fishing net; cargo net; bird netting; hammock net; garden netting; goal net; trampoline net; football net; fruit cage
5609 shoelace; laces; string bag; tassel cord; shoe laces; rope dog; sling; lanyard cord; climbing rope sling
5701 carpet, knotted; persian rug; hand knotted rug
5702 carpet, woven; woven rug; kilim; rug, woven; jute rug; cotton rug; prayer mat; coir mat; door mat; coir doormat
5703 carpet; rug; tufted carpet; artificial grass; car mat; doormat; bath rug; carpet tile; astroturf; carpet mat; car mats; shaggy rug; runner rug; rugs; floor mat, textile; grass, artificial
5704 felt carpet
5705 mat, textile; floor mat; doormat, textile; runner
5801 velvet; corduroy; velour; chenille fabric; velvet fabric; plush fabric
5802 terry fabric; towelling
5803 gauze, woven; leno
5804 lace; tulle; lace fabric; net fabric; lace trim; net curtain fabric
5805 tapestry; needlepoint; wall hanging, tapestry; tapestry kit
5806 ribbon; webbing; bias binding; satin ribbon; velcro; elastic tape; ribbons; hook and loop; grosgrain; lanyard ribbon; webbing strap; gift ribbon; narrow woven; bolduc
5807 woven label; badge, textile; name tape; woven badge; name tag, woven; iron on label; clothing label
5808 braid; fringe; tassel; trimming; pompom trim; curtain tassel; piping cord; ornamental trimming
5809 metal thread fabric; lame
5810 embroidered patch; embroidery; iron on patch; patch; embroidered badge; embroidered motif; patches; sew on patch
5811 quilted fabric; quilted textile
5901 artist canvas; canvas, primed; book cloth; tracing cloth; buckram; canvas board; blank canvas; stretched canvas
5902 tyre cord; tyre cord fabric
5903 pvc coated fabric; oilcloth; coated fabric; faux leather; faux leather fabric; waterproof fabric; pu leather; laminated fabric; blackout fabric; tablecloth fabric, pvc; leathercloth
5904 linoleum
5905 textile wall covering; wall covering, textile
5906 rubberised fabric; kinesiology tape; hockey tape; tape, cotton; insulating tape, fabric; rubberised textile
5907 backdrop; painted canvas; photo backdrop; theatrical scenery; studio backdrop
5908 wick; candle wick; lamp wick; gas mantle
5909 fire hose; hosepiping, textile
5910 drive belt, textile; transmission belting; conveyor belting, textile
5911 filter cloth; bolting cloth; technical textile; screen printing mesh; filter bag; vacuum cleaner bag; polishing pad, textile; gasket, textile
6001 fleece fabric; knitted pile fabric; faux fur fabric; sherpa fabric; minky fabric
6002 knitted fabric, narrow
6004 spandex fabric; lycra fabric; swimwear fabric; ribbed fabric
6005 warp knit fabric
6006 jersey fabric; knitted fabric; ribbing
`;

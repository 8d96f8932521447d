/** What goods of chapters 23 to 29 are called, a heading a line; see `goods-terms.ts`. */
export const CHEMICALS = `
2301 fish meal; meat meal; greaves; meal, animal; fish meal, feed; blood meal, feed; insect meal
2302 bran; wheat bran; oat feed; rice bran feed; middlings
2303 beet pulp; brewers grains; bagasse; distillers grains; corn gluten feed; spent grain; sugar beet pulp; sugar beet feed; gluten meal
2304 soya meal; soya bean meal; soybean oilcake
2305 groundnut meal
2306 oil cake; rapeseed meal; linseed cake; copra cake; sunflower meal; neem cake
2307 wine lees; argol; tartar, crude
2308 acorn; vegetable waste, feed; grape marc; horse chestnuts; vegetable residues, feed; apple pomace; citrus pulp feed
2309 dog food; cat food; pet food; dog treats; cat treats; animal feed; dog biscuit; chew bone; horse feed; fish food; bird food; kitten food; puppy food; pedigree; whiskas; royal canin; hills science; cat litter treats; dog chew; felix cat; purina; dreamies; wet dog food; dry cat food; suet; fat balls; dental sticks; dentastix; iams; catnip treats; rabbit food; hamster food; feed; koi food; burns dog; applaws; sheba; butchers dog; lily kitchen; james wellbeloved; hills prescription; renal cat; gastrointestinal dog; working dog; pate cat; kibble; salmon treats, dog; horse supplement; turtle food; poultry feed; dog snacks; dog food tins; dog food wet; dog kibble; puppy treats; puppy kibble; cat food pouches; cat food wet; cat biscuits; cat milk; dog training treats; dental sticks dog; dog bone; rawhide chew; chew treats; pig ear dog; guinea pig food; parrot food; suet pellets; suet balls; bird seed; wild bird food; birdseed; peanuts for birds; sunflower hearts bird; mealworms, dried; dried mealworms; fish flakes; fish pellets; reptile food; horse treats; pony nuts; chicken feed; layers pellets; calf milk replacer; lick, mineral; salt lick; pet supplement; dog supplement; dog vitamins; cat supplement; joint supplement dog; calming treats dog; probiotic dog; pet treats; dry dog food; grain free dog; raw dog food; freeze dried dog treats; puppy milk; felix; pro plan; bakers dog; harringtons; wainwrights; jwb; lily's kitchen; webox; schmackos; burgess; eukanuba; encore cat; wagg; cesar dog; winalot; gourmet cat; lick e lix; lickable cat treats; churu; cat sticks; adult dog; senior dog; puppy large breed; adult cat; dog pate; dog gravy; dog chicken; dog lamb; dog salmon; dog turkey; dog meal; boilies; carp bait, edible; groundbait; fishing bait pellets; ground bait; pop up boilies; hookbait; feed additive; premix, feed; feed supplement; cattle feed; sheep feed; pig feed; alpaca feed; hundefutter; katzenfutter; croquettes chien; hundesnack; comida perro; snouts; paddywack; rabbit ears; lamb snout; beef trachea; chicken feet treats; venison treats; antler chew; yak chew; bully stick; duck necks dog; tripe sticks; fish skin dog treats; sprats dog; nibbles, pet; in jelly cat; in gravy cat; sensitive stomach dog; dachshund food; hay pellets feed; dog meal complete; cat meal; budgie seed; parrot mix; canary seed mix; rabbit pellets; chinchilla food; ferret food; hedgehog food; duck food; swan food; goat feed; calf feed; lamb milk replacer; foal milk; horse nuts; horse mix; chaff horse feed; poultry corn; layers mash; chick crumb; mineral block; mineral lick; premixes; fish solubles; silage additive; yeast feed; vitamin feed supplement; bird peanuts; suet cake bird; nyjer bird; cuttlefish bone bird; cricket food; bug gel; worm food; aquarium food; shrimp food; betta food; tropical flakes; pond pellets; natural dog treats; dog cake; dog ice cream mix; pawsecco; dog beer; catnip; cat grass treats; pate, cat; mousse, cat
2401 tobacco leaf; raw tobacco; tobacco, unmanufactured; tobacco refuse
2402 cigar; cigarette; cigarillo; marlboro; cheroots; camel cigarettes; herbal cigarettes
2403 smoking tobacco; shisha; snuff; hookah tobacco; rolling tobacco; pipe tobacco; chewing tobacco; molasses, shisha; shisha tobacco; snus; molasses tobacco; reconstituted tobacco; tobacco extract; naswar; al fakher; swedish snus; homogenised tobacco
2404 e liquid; nicotine pouch; vape juice; heated tobacco; nicotine gum; disposable vape; nic salt; snus pouch; zyn; elf bar; e-liquid; vape liquid; nicotine patch; iqos; heets; eliquid; shortfill; vape cartridge; vape pods; velo; nicotine; prefilled pod; lost mary; elfbar; crystal bar; vape; e cigarette; ske crystal; elux; nordic spirit; nicorette; nicotinell; niquitin; nicotine lozenge; inhalator cartridges; terea; iqos sticks; glo sticks; vaping liquid; pod, nicotine; vape refill; cbd vape; liquid, vape; puffs, vape; hayati; bar juice; vuse pods; blu pods; juul pods; liquid, nicotine; e-cigarette cartridges; smoking cessation; e juice; nicotine mouth spray; snus, tobacco free
2501 salt; sea salt; himalayan salt; table salt; rock salt; pink salt; brine; denatured salt; salt, pure; dishwasher salt; cattle salt; sodium chloride; pool salt; salt tablets; water softener salt; celtic salt; salt flakes; maldon; black salt; smoked salt; fleur de sel; salt block
2502 iron pyrites
2503 sulphur, crude
2504 graphite, natural
2505 sand; play sand; silica sand; quartz sand; filter sand; kiln dried sand; sharp sand; coloured sand; chinchilla sand; reptile sand; aquarium sand; sand, bags of
2506 quartz; quartzite
2507 kaolin; china clay
2508 clay; bentonite; kaolin; cat litter, clay; bentonite clay; fuller's earth; clumping cat litter; andalusite; mullite; expanded clay
2509 chalk, natural
2510 phosphate, natural
2511 barytes; witherite
2512 diatomite; kieselguhr
2513 pumice stone; emery, natural; garnet, abrasive; natural abrasive
2514 slate, rough
2515 marble block; travertine; ecaussine; alabaster, crude; marble, rough
2516 granite, crude; basalt; sandstone; porphyry; building stone; granite blocks; basalt blocks; monumental stone
2517 gravel; pebbles; stone chippings; aquarium gravel; macadam; crushed stone; aggregate; tarmac; ballast; decorative stones garden; gravel, aquarium; chippings; pebbles, natural
2518 dolomite
2519 magnesite; magnesia
2520 plaster; gypsum; plaster of paris
2521 limestone; flux limestone; limestone flux
2522 lime, quick; slaked lime; hydraulic lime; quicklime; hydrated lime; lime putty
2523 cement; portland; cement, quick set; cement clinker; white cement
2524 asbestos, raw
2525 mica, raw; mica powder
2526 talc; steatite; soapstone, raw; french chalk
2528 borates, natural
2529 feldspar; fluorspar; leucite; nepheline
2530 perlite; vermiculite; mineral specimen; pumice; meteorite; cryolite; earth colours; meerschaum; vermiculite, raw; crystals, raw mineral; chiastolite; magnesium sulphate, natural; ochre; sepiolite; kieserite; epsomite; celestite ore; strontianite; pozzolana; trass; red ochre; wollastonite; lithium ore
2601 iron ore
2602 manganese ore
2603 copper ore; copper concentrates
2604 nickel ore
2605 cobalt ore
2606 bauxite; aluminium ore
2607 lead ore
2608 zinc ore
2609 tin ore
2610 chromium ore
2611 tungsten ore
2612 uranium ore; thorium ore; pitchblende
2613 molybdenum ore
2614 titanium ore; ilmenite
2615 zirconium ore; niobium ore; tantalum ore
2616 precious metal ore; silver ore; gold ore
2618 granulated slag
2619 slag; dross
2620 ash and residues; metal ash; zinc ash
2621 seaweed ash; kelp ash; bone ash
2701 coal; anthracite; briquettes, coal; bituminous coal; ovoids
2702 lignite; jet
2703 peat
2704 coke; retort carbon; semi-coke
2705 coal gas; water gas; producer gas
2706 tar; coal tar; wood tar, mineral
2707 benzol; toluol; xylol; naphthalene; creosote; coal tar distillate; solvent naphtha; benzene, crude; anthracene, crude; cresols, crude; toluene, crude; phenols, crude
2708 pitch; pitch coke
2709 crude oil; petroleum, crude
2710 motor oil; engine oil; lubricating oil; petrol; diesel; paraffin; gear oil; white spirit; lighter fluid; kerosene; hydraulic oil; baby oil, mineral; lamp oil; 2 stroke oil; turbo oil; mineral oil; castrol; cutting oil; gas oil; fuel oil; naphtha; jet fuel; aviation spirit; spindle oil; waste oil; transformer oil; petroleum oil; chain oil; brake fluid mineral; wd40; wd-40; penetrating oil; fuel; heating oil; petroleum spirit; two stroke oil; transmission oil; fork oil; bicycle oil; sewing machine oil; grease, lubricating; mobil oil; shell helix; compressor oil; bar oil; firelighter fluid; zippo fluid; citronella oil lamp; white oil; thinners mineral; oil, engine; bunker oil; turbine oil; quenching oil; gasoil; aviation fuel; kerosine; mineral turpentine; liquid paraffin; fork lift fuel; mould oil; heavy fuel; motor spirit; derv; red diesel; lubricating greases mineral; reductor oils; dielectric oil
2711 butane; propane; gas canister; lighter gas; camping gas; lpg; methane; natural gas; acetylene, petroleum gas; ethylene, gas; butadiene; propane cylinder; butane gas; gas cartridge; gas refill; calor gas; lighter refill gas
2712 petroleum jelly; paraffin wax; vaseline; candle wax; ozokerite; slack wax; microcrystalline wax; peat wax; mineral wax; ceresin; montan wax; lignite wax; scale wax; petrolatum
2713 bitumen; petroleum coke
2714 natural asphalt; bituminous shale; tar sands
2715 bituminous mastic; cut-backs
2716 electrical energy; electricity
2801 iodine; chlorine; bromine; fluorine; halogen; iodine crystals
2802 sulphur, sublimed; colloidal sulphur
2803 carbon black; lampblack
2804 hydrogen; oxygen; argon; nitrogen; helium; rare gas; silicon; selenium; phosphorus; arsenic; boron; tellurium; neon; krypton; xenon; helium gas; argon gas; phosphorous, red; oxygen gas; nitrogen, liquid; rare gases; silicon metal
2805 mercury; sodium metal; rare earth metal; alkali metal; calcium metal; lithium metal; yttrium; scandium; caesium; rubidium; calcium; strontium; barium; sodium; potassium; lithium; lanthanum metal; neodymium metal
2806 hydrochloric acid; chlorosulphuric acid; hydrogen chloride
2807 sulphuric acid; oleum
2808 nitric acid
2809 phosphoric acid
2810 boric acid; boron oxide
2811 carbon dioxide; silica; silica gel; co2 cylinder; nitrous oxide; cream charger; hydrogen fluoride; hydrofluoric acid; inorganic acid; sulphur dioxide; arsenic trioxide; hydrobromic acid; carbon monoxide; perchloric acid; dry ice; carbon dioxide, solid; silica gel sachets; co2 cartridges; n2o; acids, inorganic; desiccant silica; hydrocyanic acid; sulphamic acid; sulphur trioxide; nitrogen dioxide; silicon dioxide; hydrogen bromide; selenic acid
2812 halide; phosgene; thionyl chloride; phosphorus trichloride
2813 carbon disulphide
2814 ammonia
2815 sodium hydroxide; caustic soda; potassium hydroxide; lye
2816 magnesium hydroxide; strontium oxide
2817 zinc oxide
2818 aluminium oxide; corundum; alumina
2819 chromium oxide; chromium trioxide
2820 manganese dioxide; manganese oxide
2821 iron oxide
2822 cobalt oxide; cobalt hydroxide
2823 titanium dioxide
2824 lead oxide; red lead; litharge
2825 hydroxide; copper oxide; hydrazine; hydroxylamine; nickel oxide; vanadium oxide; lithium hydroxide; germanium oxide; molybdenum oxide; antimony oxide; inorganic base; calcium hydroxide; slaked lime pure; hydrazine hydrate; lithium oxide; tungsten oxides; tin oxide; bismuth oxide; beryllium oxide; calcium oxide; mercury oxide; cadmium oxide
2826 fluoride; cryolite, artificial; fluorosilicate; fluoroaluminate; sodium fluoride; ammonium fluoride; aluminium fluoride; hexafluoroaluminate
2827 magnesium chloride; calcium chloride; ammonium chloride; chlorides; bromide; iodide; chloride; oxychloride; sal ammoniac; aluminium chloride; ferric chloride; zinc chloride; nickel chloride; cobalt chloride; tin chloride; barium chloride; potassium bromide; sodium bromide; potassium iodide
2828 hypochlorite; bleach powder
2829 chlorate; perchlorate; bromate; iodate
2830 sulphide
2831 dithionite; sulphoxylate
2832 sulphite; thiosulphate
2833 sulphate; epsom salt; magnesium sulphate; copper sulphate; alum; peroxosulphate; sodium sulphate; sulphates; ferrous sulphate; zinc sulphate; plaster calcium sulphate pure; nickel sulphate; barium sulphate; potassium alum; persulphate; sodium hydrogen sulphate; aluminium sulphate; green vitriol; glaubers salt; potassium persulphate
2834 nitrate; potassium nitrate; nitrite; sodium nitrite; barium nitrate; strontium nitrate; calcium nitrate pure; bismuth nitrate; saltpetre
2835 phosphate; phosphinate; polyphosphate; hypophosphite; sodium triphosphate; dicalcium phosphate; trisodium phosphate; monosodium phosphate; pyrophosphates; calcium phosphate; potassium phosphate
2836 carbonate; bicarbonate of soda; baking soda; sodium carbonate; soda crystals; ammonium carbonate; lithium carbonate; barium carbonate; potassium carbonate; peroxocarbonate; sodium bicarbonate; calcium carbonate; washing soda; magnesium carbonate; potassium bicarbonate; strontium carbonate; commercial ammonium carbonate; sodium percarbonate; lead carbonate; soda ash; bismuth carbonate
2837 cyanide; ferrocyanide; sodium cyanide; potassium cyanide; ferricyanides
2839 sodium silicate; water glass
2840 borax; borate; perborate; sodium perborate; disodium tetraborate; peroxoborates
2841 permanganate; dichromate; chromate; molybdate; tungstate; vanadate; sodium dichromate; potassium permanganate; manganates; zinc chromate; aluminates; stannates
2842 silicate; fulminate; thiocyanate; arsenate; selenide; double silicate; aluminosilicates; zeolite; azides double salts; arsenites; cyanates
2843 colloidal silver; silver nitrate; gold compound; amalgam; colloidal precious metal; gold chloride; silver iodide; silver oxide; gold salts; platinum compounds; colloidal gold; palladium chloride
2844 uranium; radioactive element; thorium; plutonium; isotope, radioactive; radium; cobalt 60; americium; depleted uranium; radioactive isotopes; spent fuel; californium; tritium; strontium-90; curium; polonium
2845 heavy water; deuterium; isotope; boron enriched
2846 cerium; rare earth compound; lanthanum
2847 hydrogen peroxide; hydrogen peroxide developer pure; peroxide
2849 carbide; silicon carbide; calcium carbide; tungsten carbide powder; boron carbide; tungsten carbide; vanadium carbide
2850 hydride; nitride; azide; silicide; boride; sodium borohydride; lithium hydride; boron nitride
2852 mercury compound
2853 distilled water; deionised water; phosphide; liquid air; compressed air; cyanogen; demineralised water; distilled water battery
2901 ethylene; acyclic hydrocarbon; propene; butene; isoprene; hexane; butane, pure; isobutene; acetylene; octane
2902 benzene; toluene; xylene; styrene; cyclic hydrocarbon; cyclohexane; ethylbenzene; cumene; biphenyl; pinene; limonene; cycloterpene; terphenyl
2903 chloroform; refrigerant gas; halogenated hydrocarbon; vinyl chloride; methyl bromide; carbon tetrachloride; trichloroethylene; hcfc; hfc; chloromethane; lindane; halogenated; perfluoro; hexachlorobenzene; bromomethane; dichloromethane; methylene chloride; chloroethane; ethyl chloride; perchloroethylene; tetrachloroethylene; dichloroethane; chlorobenzene; ddt, pure; aldrin pure; chlordane pure; heptachlor pure; fluorinated derivative; ethylene dichloride; ethylene dibromide; iodoform; bromoform; carbon tetrafluoride; hexachlorocyclohexane; halon; trichloroethane; paradichlorobenzene; vinylidene; chlorofluorocarbon; mirex
2904 sulphonated derivative; nitro derivative; perfluorooctane; nitrobenzene; nitrotoluene; pfos; trinitrotoluene; nitromethane; sulphonic acid; musk xylene; nitropropane; chloropicrin; perfluorooctane sulphonic acid; dinitrotoluene; sulphonyl fluoride; nitro benzene; benzenesulphonic; nitrosated
2905 methanol; propylene glycol; glycerol; glycerine; isopropyl alcohol; ethylene glycol; menthol, alcohol; sorbitol; xylitol; mannitol; erythritol; acyclic alcohol; butanol; propanol; octanol; pentaerythritol; propyl alcohol; lauryl alcohol; geraniol; citronellol; linalool; vegetable glycerine; propan-2-ol; isopropanol; ipa alcohol cleaner; denatured glycol; rubbing alcohol pure; methyl alcohol; butan-1-ol; trimethylolpropane; ethchlorvynol; propane-1,2-diol; amyl alcohol; stearyl alcohol; glycols; d-glucitol; hexylene glycol; butanediol; butane-1,4-diol
2906 menthol; cyclic alcohol; benzyl alcohol; cyclohexanol; inositol; sterol; terpineol; methylcyclohexanols; cinnamic alcohol; phenethyl alcohol; borneol; santalol; cholesterol pure
2907 phenol; cresol; naphthol; resorcinol; hydroquinone; bisphenol; thymol; xylenol; phenol alcohol; octylphenol; nonylphenol; bisphenol a; resorcin; catechol; pyrogallol; guaiacol phenol; carvacrol
2908 dinoseb; pentachlorophenol; nitrophenol; halogenated phenol; picric acid
2909 ether; ethers; anisole; anethole; guaiacol; ether alcohol; ethylene glycol ether; peroxide, organic; diethyl ether; diethylene glycol; dipropylene glycol ether; methyl tert-butyl; peroxides, ether; ethyl ether; musk ambrette; butyl ethers; guaiacolsulphonate; eugenol; isoeugenol; safety ether; monobutyl ether; triethylene glycol
2910 epoxide; ethylene oxide; epichlorohydrin; propylene oxide; dieldrin; endrin
2911 acetal; hemiacetal
2912 formaldehyde; aldehyde; vanillin; acetaldehyde; benzaldehyde; citral; paraformaldehyde; ethylvanillin; metaldehyde; furfural, aldehyde; methanal; ethanal; butanal; cinnamaldehyde; hydroxycitronellal; anisaldehyde; glyoxal; heliotropin; aldehyde-alcohols; acrolein; glutaraldehyde; vanillin (4-hydroxy)
2913 chloral
2914 acetone; ketone; camphor; butanone; methyl ethyl ketone; quinone; ionone; anthraquinone; cyclohexanone; methyl isobutyl ketone; coenzyme; methylcyclohexanone; acetophenone; benzophenone; methylionones; chlordecone; phenylacetone; mek; diacetone alcohol; coenzyme q10; camphor crystals; bornanone; musk ketone; ubidecarenone
2915 acetic acid; formic acid; stearic acid pure; acetate; ester of acetic acid; valeric acid; palmitic acid; butyric acid; chloroacetic acid; stearate; acetic anhydride; ethyl acetate; vinyl acetate; carboxylic acid; propionic acid; formate; butyl acetate; magnesium stearate; potassium sorbate acetate; amyl acetate; sodium acetate; cobalt acetates; dinoseb acetate; pentanoic acids; lauric acid; caprylic acid; acetyl chloride; isopropyl myristate; sodium formate; butanoic acids; glycerol monostearate; calcium stearate; stearic acids; palmitates; trichloroacetic acid; isobutyl acetate; medium chain triglycerides
2916 acrylic acid; benzoic acid; oleic acid; sorbic acid; methacrylic acid; cinnamic acid; binapacryl; permethrin; linoleic acid; benzoate; acrylate; phenylacetic acid; methyl methacrylate; sodium benzoate; benzoyl peroxide; benzoyl chloride; linolenic acid; potassium sorbate; ibuprofen, pure; esters of methacrylic acid; undecylenic acid; peroxides benzoyl
2917 oxalic acid; phthalate; adipic acid; maleic anhydride; terephthalic acid; sebacic acid; azelaic acid; dioctyl phthalate; phthalic anhydride; polycarboxylic acid; succinic acid; fumaric acid; dibutyl phthalate; dimethyl terephthalate; itaconic acid; malonic acid; maleic acid; dinonyl; dop; orthophthalates; trimellitic acid; suberic; oxalates
2918 citric acid; salicylic acid; lactic acid; tartaric acid; gluconic acid; mandelic acid; glycolic acid; acetylsalicylic acid; salicylate; citrate; tartrate; lactate; malic acid; citric acid powder; lactic acid powder; acetylsalicylic; methyl salicylate; aspirin, pure; gallic acid; sodium gluconate; 2,4-d; 2,4,5-t; dicamba; phenylglycolic; naproxen pure; dehydroacetic; parabens; methylparaben; sodium lactate; benzilic acid; chlorobenzilate; cholic acid
2919 phosphoric ester; tributyl phosphate; tricresyl phosphate; glycerophosphoric
2920 parathion; phosphite ester; endosulfan; diethyl sulphate; thiophosphoric ester; ester of inorganic acid; phosphorous esters; dimethyl phosphite; trimethyl phosphite; phosphites; nitroglycerine; petn; dimethyl carbonate; carbonic esters; parathion-methyl; nitrate esters; propargite
2921 amine; aniline; diethylamine; amphetamine; naphthylamine; hexamethylenediamine; ethylenediamine; diphenylamine; toluidine; benzidine; trimethylamine; phenylenediamine; methylamine; dimethylamine; triethylamine; ethylamine; cyclohexylamine; xylidines; dexamfetamine; levamfetamine; mefenorex; phentermine; amfetamine; methamphetamine pure; nitrogen mustard; selegiline; trifluralin pure; putrescine; ephedrone
2922 amino acid; amino alcohol; glycine; lysine; glutamic acid; monosodium glutamate; ethanolamine; triethanolamine; methadone; aminophenol; taurine; ephedrine base; serine; tyrosine; anthranilic acid; amphetamine salt; gabapentin; pregabalin; monoethanolamine; diethanolamine; methyldiethanolamine; tilidine; tramadol pure; amfepramone; normethadone; anisidines; threonine; leucine; valine; isoleucine; alanine; bcaa pure; l-tyrosine; dopamine; levodopa; ketamine pure; ester of lysine; edta; beta-alanine; gaba; dopa; l-theanine pure; aspartic acid; adrenaline pure
2923 lecithin; choline; quaternary ammonium; betaine; phosphoaminolipid
2924 amide; aspartame; paracetamol powder; acetanilide; urea derivative; meprobamate; fluoroacetamide; lidocaine; carboxyamide; formamide; acetamide; paracetamol, pure; lidocaine pure; ureines; diuron; linuron; alachlor pure; saccharimide; phosphamidon; ethinamate; benzamide; carbamates; dapa; iopamidol; lidocaine hcl; atenolol pure; paracetamol (inn); metolachlor; carbaryl
2925 saccharin; guanidine; imide; imine; creatine; chlordimeform; arginine; metformin; creatine, pure; glutethimide; saccharin, salts; phthalimide; l-arginine; amidine; chlorhexidine pure; arginine hcl; glycocyamine; metformin pure
2926 nitrile; acrylonitrile; dicyandiamide; cyanamide; fenproporex; alpha-acetonitrile; dicyanodiamide; 1-cyanoguanidine; methadone intermediate; cypermethrin pure; verapamil pure
2927 diazo; azo; azoxy
2928 hydrazine derivative; phenylhydrazine; oxime
2929 isocyanate; cyclamate; cyanate
2930 methionine; thiol; organosulphur; xanthate; dithiocarbamate; thiuram; thiocarbamate; methamidophos; cysteine; organo-sulphur; aldicarb; mustard gas; methyl mercaptan; msm pure; methylsulfonylmethane; thiram; methionine pure; captafol pure; phosphorothioates; thiodiglycol; sulphides, organic; dmso; dimethyl sulfoxide; cystine; cysteine hcl; thiourea; captopril; mercaptans; malathion pure; glutathione; sulforaphane; vx; acetylcysteine; nac pure
2931 organo-mercury; organosilicon; glyphosate acid; organo-inorganic; tetraethyl lead; phosphonic; organo-tin; arsine; phosphonate; sarin; glyphosate; trichlorfon; tributyltin; organo-silicon; tetramethyl lead; organo-arsenic; dimethyl methylphosphonate; tabun; soman; lewisite; triphenylphosphine; boronic acid; silane; organotin; organo compounds; etidronic acid; butyllithium
2932 coumarin; furan; lactone; sucralose; tetrahydrofuran; furfural; safrole; piperonal; isosafrole; furfuryl alcohol; xanthone; cannabinol; vitamin c acid lactone; heliotropin; carbofuran; thc pure; tetrahydrocannabinols; nabilone; furfuryl; carbofuran pure; spironolactone; gibberellic acid; sucralose pure; phenolphthalein; warfarin; methylcoumarin; ethylcoumarin; ivermectin pure; benzofuran; dioxane; artemisinin; natamycin; cannabidiol
2933 heterocyclic compound; melamine; caprolactam; pyridine; piperazine; barbiturate; imidazole; pyrazole; hydantoin; cyanuric acid; fentanyl; diazepam; piperidine; quinoline; malonylurea; heterocyclic; indole; atrazine; omeprazole; benzodiazepine; methaqualone; triazine; phenazone; antipyrine; phenytoin; phenobarbital; barbital; alfentanil; methylphenidate; pentazocine; pethidine; levorphanol; melamine pure; lactams; epsilon-caprolactam; alprazolam; lorazepam; nitrazepam; temazepam; azinphos; serotonin; melatonin, pure; tryptamine; dmt; 5-htp pure; isoquinoline; pyrimidine; pyrazines; omeprazole pure; cyanuric; hexamine pure; pyrazolone; paroxetine; loratadine pure; zaleplon; oxazepam; bromazepam; carbamazepine; histamine; creatinine; minoxidil pure; piracetam; racetam
2934 nucleic acid; thiazole; phenothiazine; morpholine; benzothiazole; lamivudine; furazolidone; clothianidin; sildenafil base; dna; rna; nucleic acids salts; aminorex; pemoline; phendimetrazine; phenmetrazine; sufentanil; cloxazolam; levamisole; penicillanic; atp; nmn pure; nad pure; nucleotides; lamotrigine; tianeptine; clozapine; thiophene; zopiclone; amoxapine; thiamethoxam; sultones
2935 sulphonamide; sulphonamides; perfluorooctane sulphonamide; sulphonamide derivatives; sulfadiazine; sulpha drugs; sulfanilamide; furosemide pure; bosentan; sulfamethoxazole
2936 provitamin; vitamin a, pure; ascorbic acid; tocopherol; niacin; vitamin, pure; riboflavin; folic acid; thiamine; pantothenic acid; pyridoxine; cyanocobalamin; retinol, pure; vitamin e; vitamin k; vitamin b12, pure; carotene; vitamins; vitamin c powder; ascorbic acid powder; phylloquinone; folate; biotin pure; retinol pure; vitamin e oil pure; vitamin a; vitamin b1; vitamin b2; vitamin b6; vitamin b12 pure; vitamin c; vitamin d pure; vitamin h; vitamins, natural concentrates; calciferol; retinol; pantothenate; niacinamide powder; ergosterol; thiamin; pyridoxin; menadione; cholecalciferol; methylcobalamin; vitamin pp; carotenoids provitamin; inositol nicotinate
2937 hormone; insulin, bulk; steroid; testosterone; peptide, research; growth hormone; oestrogen; cortisone; prostaglandin; thyroxine; leukotriene; adrenaline; hormones; progesterone; somatropin; epinephrine; dhea; bpc-157; peptide vial; semaglutide powder; retatrutide; hcg; anabolic steroid; research peptides; tirzepatide; insulin; hydrocortisone; prednisone; prednisolone; dexamethasone pure; progestogens; corticosteroids; adrenalin; somatotropin; trenbolone; nandrolone; oxandrolone; stanozolol; sarms; aldosterone; calcitonin; oxytocin; gonadotropin; melanotan; ipamorelin; thyroxin; tb-500; ghrp
2938 glycoside; rutin; digitalis; saponin; stevioside; rutoside; glycyrrhizin; glycyrrhizic; tannins glycoside; hesperidin; amygdalin; rebaudioside; diosmin; digoxin; steviol; glucosides; arbutin; aescin
2939 caffeine; alkaloid; nicotine, pure; morphine; quinine; ephedrine; theophylline; ergot; cocaine; codeine; heroin; nicotine salt; pseudoephedrine; alkaloids; cathine; lysergic; levometamfetamine; metamfetamine; strychnine; caffeine salts; colchicine; theobromine; pilocarpine; yohimbine; berberine; caffeine powder; lsd; nicotine base; mescaline; mitragynine; alkaloid, vegetable; quinine sulphate; opium alkaloids; buprenorphine; hydromorphone; oxycodone; thebaine; ergometrine; ergotamine; lysergic acid; cocaine salts; ecgonine; aminophylline; scopolamine; atropine; emetine; papaverine; vinblastine; berberine pure; caffeine citrate; piperine; norephedrine; fenetylline; tropane; galantamine; harmine; noscapine; nicotine sulphate
2940 chemically pure sugar; sugar ether; sugars, pure; maltose, pure; galactose; sucrose ester; ribose; mannose; trehalose; rhamnose; raffinose; lactulose; arabinose; d-xylose; sugars, chemically pure; hydroxypropyl sucrose; levulose pure; sucralfate; cellobiose; tagatose; allulose pure
2941 antibiotic, bulk; penicillin, bulk; streptomycin; tetracycline; erythromycin; chloramphenicol; penicillin; antibiotics; amoxicillin; ampicillin; cephalosporin; gentamicin; neomycin; rifampicin; bacitracin; vancomycin; doxycycline; azithromycin pure; ivermectin antibiotic
2942 organic compound
`;

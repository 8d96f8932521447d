/*
 * Words of names that weigh less than others or are other words for the same, general knowledge of names and languages written down
 * for this project. All are in the folded form of `foldedTokens`.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Articles, prepositions and words of descent: written or left out at will. */
export const PARTICLES = words(`
  al el ul ad as ar an az ash et il bin ibn bint ben bn abu abou abi umm oum de del della dela di da dal do dos das du des
  la las le les lo los van von vom zu zur zum der den dem ter ten te af av y e i og und and the of for in on und fuer pour para per
  d l o st san mc mac bar bat ould wuld bte alias aka oglu ogly kyzy`);

/** Ranks and dignities beside the forms of address that `nameTokens` drops. */
export const RANKS = words(`
  sir lord lady dame madam hon rev father fr col colonel lt lieutenant gen general capt captain maj major sgt admiral
  shaykh shaikh sheik shaik mullah mulla maulvi mawlawi maulavi hajj haj haji hajji hadji ayatollah sayyid sayyed seyed syed
  imam ustad ustaz engineer eng doctor professor phd md esq jr sr junior senior don dona doña tan sri datuk dato mag lic`);

/** Words of company names that many have: they confirm a name and never make it. */
export const GENERAL = words(`
  trading trade trader traders general international global world worldwide group holding holdings industries industry industrial
  import imports export exports services service solutions technology systems company enterprise enterprises business commercial
  commerce business center centre office bureau agency organization organisation institute foundation association society
  shipping marine maritime transport logistics cargo freight lines line air airlines aviation construction contracting
  engineering development investment investments finance financial bank exchange insurance management consulting consultancy
  products production manufacturing factory plant works supply supplies equipment electronics electronic electric energy power
  oil gas petroleum petrochemical chemical chemicals steel metal metals mining agricultural agriculture food foods textile
  medical pharmaceutical pharma university college school research national state ministry department committee council
  branch division unit city town north south east west new first united star house store shop online market fashion design media
  computer computers pmc bank communication communications telecom network security company subsidiary representative parts auto motors machinery tools
  de inversiones comercial comercializadora servicios grupo distribuidora transportes agropecuaria constructora industrias`);

/** Other ways to write one word of a company name; the first of a line stands for all. */
const SAME_WORD = `
  international intl int internacional internationale mezhdunarodnyy mezhdunarodny; technology technologies tech technological tekhnologii keji teknoloji;
  manufacturing mfg manufacturer manufacturers; brothers bros; university univ universitet universidad universite universitat universita universiteit;
  government govt; department dept departamento; ministry ministerio ministerstvo ministere min; national natl nacional nationale natsionalnyy natsionalnaya;
  association assoc assn asociacion; institute inst institut instituto; industries industry ind industrial industrie industrias promyshlennost sanayi; engineering engg engrg muhandisi;
  development dev; centre center ctr centro zentrum tsentr markaz merkez; bank banco banque banca bankasi; group grp groupe grupo gruppe gruppa grup jituan;
  trading trade trdg torgovyy ticaret maoyi tijarat; company comp kompaniya; corporation korporatsiya corporacion; import imp imports; export exp exports;
  services service svc svcs servicios; solutions solution; systems system sys; research rsch; and und y; holding holdings kholding; general gen;
  chemical chem chemicals khimicheskiy kimia; electronics electronic elektronik dianzi elektronika; shipping ship; transport transportation trans transportes;
  petroleum petro; pharmaceutical pharma pharmaceuticals pharm farma; factory zavod fabrika plant karkhaneh; brigade brigades; organization organisation org organizacion organizatsiya sazman;
  management mgmt; commercial comml comercial; construction constr constructions constructora; investment investments inversiones invest; limited ltd; saint st sankt;
  republic respublika; production prod; equipment equip; united utd; logistics logistic logistica; industrial industrials; research scientific nauchno`;

/** Spellings and short forms of given names that no comparison of letters brings together; the first of a line stands for all. */
const SAME_GIVEN_NAME = `
  alexander aleksandr alexandr oleksandr aliaksandr alexandre alessandro alejandro alex aleks sasha sascha iskandar iskander;
  alexandra aleksandra oleksandra; alexey aleksey alexei aleksei oleksiy oleksii alexis aliaksei alyosha; andrew andrey andrei andriy andreas andres andre andrzej andrii;
  anthony antonio anton antoine tony antony antonin; arthur artur; basil vasily vasiliy vasyl vasil wasil; benjamin binyamin ben benny; catherine katherine ekaterina yekaterina kateryna katarina katarzyna caterina catalina kate kathryn;
  charles carlos carl karl carlo karol charlie; christopher christoph cristobal krzysztof chris kristof; daniel daniil danylo danila dan; david davud dawud daoud dawood davide dave daud;
  dmitry dmitriy dmitri dmytro dimitri dimitrios dima; edward eduard eduardo edouard ed; elizabeth elisabeth yelizaveta elizaveta isabel liz; eugene evgeny evgeniy yevgeny yevgeniy evgenii yevhen eugenio eugen;
  francis francisco francesco franz francois frank paco; frederick friedrich federico fred fryderyk; gabriel jibril jabril gavriil; george georgy georgiy georgi georges georg jorge giorgio giorgi yuri yuriy yurii yury iurii heorhiy jerzy;
  gregory grigory grigoriy hryhoriy grzegorz greg grigori; harun aaron haroun; helen elena yelena olena helena; henry heinrich henri enrique enrico hendrik henryk;
  ibrahim ebrahim abraham avraham brahim; elijah ilyas elias ilya ilia; irene irina iryna; isaac ishaq itzhak yitzhak; ismail ishmael ismael esmail;
  jacob yaqub yakub yaqoub jakob yakov jacques james santiago jaime jim jimmy giacomo; john ivan jean juan johann johannes jan giovanni ioannis yahya yehya johnny jack hans ian joao;
  joseph yusuf youssef yousef yusef yousif yousuf yosef josef jose giuseppe iosif osip jozef joe pepe yosif ysf ywsf; lawrence laurence lorenzo laurent; leo lev leon lew; louis luis luigi ludwig lewis;
  luke lucas luca lukas; mark marc marcus marco marko marek markus; martin marcin martino; matthew mathieu matteo mateo matvey matthias mateusz matt; mary maria mariya marie maryam miriam mariam mariia;
  michael mikhail mikhailo mykhailo mykhaylo michel miguel michele mihail mihai mike misha mikail michal mikhael; mohammed muhammad mohamed mohammad mohamad muhamad mahomet mehmet muhammed mohd muhd md mhmd mamadou magomed mohamud;
  ahmed ahmad ahmet achmed akhmed akhmad hmd; moses musa moussa mousa moshe moise; nathan natan; nicholas nikolay nikolai nicolas mykola nicola nick nikolaos niklas mikolaj nikolaus; noah nuh; oleg oleh olah;
  paul pavel pablo paolo pavlo pawel pavlos paulo; peter pyotr petr pedro pierre pietro petro piotr petros pete petar; philip felipe philippe filipp filip filippo phil; raphael rafael rafail;
  richard ricardo riccardo rick ryszard dick; robert roberto roberts bob rob bobby; samuel samuil shmuel sam; sergey sergei serhiy sergio serge sergii sergiy siarhei serhii; simon semyon shimon semion;
  solomon suleiman sulayman suleyman sulaiman shlomo soliman slyman; sophia sofia sofiya zofia; stephen steven stefan esteban etienne stepan stephan istvan steve stefano; theodore fyodor fedor teodor fedir feodor;
  thomas tomas tomasz tommaso tom foma; timothy timofey tim tymofiy; victor viktor vittorio; vladimir volodymyr wladimir uladzimir vlad volodya; walter valter gualtiero; william wilhelm guillermo guillaume bill will willem vilhelm billy guglielmo;
  vyacheslav viacheslav wiaczeslaw slava; xavier javier; yulia julia iuliia yuliya julie giulia; zachary zakariya zakaria zacharias zechariah; osama usama oussama; omar umar oumar omer; othman usman osman uthman ousmane;
  mahmoud mahmud mahmood mehmood makhmud; hamid hameed hamied; hamad hammad; salman selman; salim saleem selim; karim kareem kerim; jalal celal galal;
  khalid khaled halid; rashid rasheed rachid; bilal belal; saeed said sayeed saied; majid majeed madjid; nasir nasser naser nassir; salih saleh salah;
  hussein husayn hossein hussain husain huseyin hsyn; hassan hasan hasson hsn; abdullah abdallah abdulla abdellah bdllh; abdulaziz abdelaziz abdulazeez; abdulkarim abdelkarim abdulkareem abdelkrim; abdulqader abdelkader abdelqader abdulkadir abdulqadir abdalqadir abdulkader;
  abdullatif abdellatif abdelatif; abdulmalik abdelmalek abdulmalek; abdulhamid abdelhamid; abdulsalam abdussalam abdessalam abdelsalam abdulsalaam; abdulghani abdelghani; abdulhakim abdelhakim;
  saifuddin seifeddine sayfuddin saifeddine; nasruddin nasreddine nasiruddin; abdulrahman abdurrahman abderrahmane abdelrahman abdurahman abdulrehman; jamal gamal djamel jamel cemal; qasim kassem qasem kasim qassem ghasem;
  kim gim; lee li yi rhee ri; park pak bak; choi choe; jung jong jeong chung chong; un eun; cho jo; gong kong; wu ng woo; chen chan tan; wang wong huang; zhang chang cheung; zhou chow chou; zhao chao; cai tsai choi; xu hsu; xie hsieh tse; liu lau; lin lam lim; guo kuo kwok`;

/**
 * Names so many people bear that two of them in common make nobody the same person where one of the two has a further name; the given
 * names with several spellings are of them too.
 */
const COMMON_NAMES = words(`
  abd abdul abdel abdal rahman rehman karim kareem aziz hakim hamid hameed latif majid rashid salim saleem salam said saeed sayed khalid walid tariq
  nasir nasser amir ameer ali haji khan singh kumar sharma begum bibi malik mahmoud mahmood mustafa hamza bilal fatima aisha zainab nadia samir
  salman faisal faysal adnan akbar asghar gul jan wali shah din uddin haq ullah noor nur zia reza riza mehdi mahdi hamed saleh salih bashir
  garcia rodriguez martinez hernandez lopez gonzalez gonzales perez sanchez ramirez torres flores rivera gomez diaz reyes morales cruz ortiz gutierrez
  ramos ruiz alvarez mendoza castillo jimenez vargas romero herrera medina castro silva santos oliveira souza pereira ferreira costa jesus angel luz
  ana rosa carmen pilar guadalupe fernando rafael javier eduardo alberto enrique raul manuel ramon victor hugo cesar ignacio oscar
  ivanov petrov smirnov sergeevich ivanovich aleksandrovich nikolaevich vladimirovich mikhailovich igor oleg maxim roman
  smith jones brown johnson williams miller davis wilson taylor nguyen tran le pham van thi hoang wei ming jun hui ying yan xin lei min ho sun
  muller schmidt weber meyer schneider fischer rossi russo bianchi ferrari dubois martin bernard petit durand moreau anna eva laura sara`);

function classes(text: string): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const line of text.split(';')) {
    const [first = '', ...others] = line.trim().split(/\s+/);
    for (const word of [first, ...others]) if (!index.has(word)) index.set(word, first);
  }
  return index;
}

const WORD_OF = classes(SAME_WORD);
const GIVEN_NAME_OF = classes(SAME_GIVEN_NAME);

/** The word of company names that a spelling or abbreviation stands for; null for any other word. */
export function commonWordOf(token: string): string | null {
  return WORD_OF.get(token) ?? null;
}

/** The given name that a spelling or short form belongs to; null for any other name. */
export function givenNameOf(token: string): string | null {
  return GIVEN_NAME_OF.get(token) ?? null;
}

/** Whether a name is borne by so many that it says little. */
export function isCommonName(token: string): boolean {
  return COMMON_NAMES.has(token) || GIVEN_NAME_OF.has(token);
}

const NUMBERS: ReadonlyMap<string, string> = new Map(
  (
    'first 1 1st 1 second 2 2nd 2 third 3 3rd 3 fourth 4 4th 4 fifth 5 5th 5 sixth 6 6th 6 seventh 7 7th 7 eighth 8 8th 8 ninth 9 9th 9 ' +
    'tenth 10 10th 10 ii 2 iii 3 viii 8 xii 12 xiii 13'
  )
    .split(' ')
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1] ?? word] as const] : [])),
);

/** Ordinals and Roman figures as figures: `Second Brigade` is `2nd Brigade`. Those that are names too (`Vi`) stay. */
export function numberOf(token: string): string {
  return NUMBERS.get(token) ?? token;
}

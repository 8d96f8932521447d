import { foldedTokens } from '@/lib/consignment/fold';

/**
 * What a legal form says: members liable for what they paid in, shares, partners, one person, the state, or a club. Two forms of one
 * family are the same thing in two countries.
 */
export const LEGAL_FAMILIES = ['limited', 'shares', 'partnership', 'sole', 'state', 'association'] as const;
export type LegalFamily = (typeof LEGAL_FAMILIES)[number];

/**
 * Legal forms of companies as commercial registers write and abbreviate them, general knowledge of company law written down for
 * this project. `company` alone says nothing of its family. Those of other scripts are folded like the names they stand in.
 */
const FORMS: Readonly<Record<LegalFamily | 'company', string>> = {
  limited: `limited liability company; limited liability partnership company; private limited company; private limited;
    co ltd; company limited; pte ltd; pvt ltd; pty ltd; sdn bhd; l l c; l t d; llc; ltd; limited; pte; pvt; pty; bhd; sdn;
    gesellschaft mit beschränkter haftung; ges m b h; gmbh; mbh; ug haftungsbeschränkt; ug;
    société à responsabilité limitée; s a r l; sarl; eurl; sàrl; sprl; bvba; srl; s r l; società a responsabilità limitata;
    sociedad de responsabilidad limitada; s de r l de c v; s de rl de cv; s de r l; s de rl; sl; s l; slu; sociedad limitada; sociedad de produccion rural de responsabilidad limitada; s de p r de r l; s p r de r l; ltda; limitada;
    besloten vennootschap; b v; bv; spółka z ograniczoną odpowiedzialnością; sp z o o; sp zoo; spol s r o; s r o; sro; d o o; doo;
    kft; ood; eood; oü; osaühing; uab; sia; aps; общество с ограниченной ответственностью; obshchestvo s ogranichennoi otvetstvennostyu; obschestvo s ogranichennoy otvetstvennostyu;
    obshchestvo s ogranichennoy otvetstvennostyu; tovarystvo z obmezhenoiu vidpovidalnistiu; товариство з обмеженою відповідальністю; ооо; о о о; ooo; o o o; тоо; тов; tov; too; 
    limited şirketi; limited sirketi; ltd şti; ltd sti; şti; sti; ze l l c; fz llc; fze llc; fze; fzc; fzco; dmcc; wll; w l l; spc;
    youxian gongsi; youxian zeren gongsi; 有限公司; 有限责任公司; 有限責任公司; yugen kaisha; yugen gaisha; 有限会社; 유한회사; cong ty tnhh; công ty tnhh;
    با مسئولیت محدود; ذ م م; perseroan terbatas`,
  shares: `joint stock company; open joint stock company; closed joint stock company; public joint stock company; private joint stock company;
    public limited company; publicly traded company; plc; jsc; ojsc; cjsc; pjsc; inc; incorporated; corp; corporation;
    aktiengesellschaft; ag; kommanditgesellschaft auf aktien; kgaa; société anonyme; société par actions simplifiée; sa; s a; sas; s a s; sasu;
    sociedad anónima; sociedad anónima de capital variable; s a de c v; sa de cv; s a b de c v; s a c; sac; s a c i; saa; s a a;
    società per azioni; s p a; spa; naamloze vennootschap; n v; nv; aktiebolag; ab; publ; a s; asa; a b; oyj; oy; osakeyhtiö; aktieselskab;
    spółka akcyjna; akciová společnost; zrt; nyrt; ad; ead; a d; d d; s c s a; aktsiaselts;
    aktsionernoe obshchestvo; aktsionernoye obshchestvo; otkrytoe aktsionernoe obshchestvo; otkrytoye aktsionernoye obshchestvo;
    zakrytoe aktsionernoe obshchestvo; zakrytoye aktsionernoye obshchestvo; publichnoe aktsionernoe obshchestvo; publichnoye aktsionernoye obshchestvo;
    акционерное общество; открытое акционерное общество; закрытое акционерное общество; публичное акционерное общество;
    оао; зао; пао; нао; ао; ат; пат; прат; oao; zao; pao; o a o; z a o; p a o; ao; aozt; anonim şirketi; anonim sirketi; a ş; aş;
    gufen youxian gongsi; 股份有限公司; kabushiki kaisha; kabushiki gaisha; kk; k k; 株式会社; 주식회사; jusik hoesa; sherkat sahami; sherkat sahami khas;
    tbk; p t; pt; công ty cổ phần; cong ty co phan; berhad; sae; s a e; saog; saoc; sal; s a l; qsc; q s c; pjs; ksc`,
  partnership: `kg; kommanditgesellschaft; gmbh und co kg; gmbh co kg; gmbh and co kg; ohg; offene handelsgesellschaft; gbr; llp; lp; l l p; l p;
    limited partnership; limited liability partnership; société en commandite; société en nom collectif; snc; s n c; sca; scs; s en c; s en c a;
    sociedad en comandita; vof; v o f; commanditaire vennootschap; spółka komandytowa; sp k; sp j; k s; kd; handelsbolag; kommanditbolag; hb; kb`,
  sole: 'e k; e kfm; einzelunternehmen; ip; индивидуальный предприниматель; ип; sole proprietorship; sole trader; eireli; eirl; e i r l; dba; firm',
  state: `state unitary enterprise; federal state unitary enterprise; state enterprise; fgup; gup; фгуп; гуп; мупп; федеральное государственное унитарное предприятие;
    public institution; government corporation; soe`,
  association:
    'e v; eingetragener verein; verein; ngo; onlus; asbl; vzw; stichting; fundación; foundation; cooperative society; genossenschaft; eg',
  company:
    'co; company; and co; & co; and company; et cie; cie; y cia; cia; compañía; compagnie; establishment; est; sherkat; şirketi; sirketi; gongsi; 公司',
};

type Form = { readonly words: readonly string[]; readonly family: LegalFamily | 'company' };

const ALL: readonly Form[] = Object.entries(FORMS)
  .flatMap(([family, forms]) =>
    forms.split(';').map((form) => ({ words: foldedTokens(form), family: family as Form['family'] })),
  )
  .filter(({ words }) => words.length > 0)
  .sort((a, b) => b.words.length - a.words.length);

function byWord(at: 0 | -1): ReadonlyMap<string, readonly Form[]> {
  const index = new Map<string, Form[]>();
  for (const form of ALL) {
    const word = form.words.at(at) ?? '';
    const known = index.get(word);
    if (known) known.push(form);
    else index.set(word, [form]);
  }
  return index;
}

const BY_FIRST = byWord(0);
const BY_LAST = byWord(-1);

/** Abbreviations that are no word of any name: forms wherever they stand, as in `Siemens AG Turkey` they are not. */
const ANYWHERE: ReadonlySet<string> = new Set(
  'gmbh mbh llc ltd llp plc sarl ooo oao zao pao ojsc pjsc cjsc fzco fze'.split(' '),
);

const isAt = (tokens: readonly string[], start: number, { words }: Form) =>
  words.every((word, offset) => tokens[start + offset] === word);

/**
 * Tokens of a name without its legal forms, which stand at its end (`Ltd`) or its start (`OOO`), and the families of those. One token
 * at least is kept: what consists of a legal form is a name.
 */
export function withoutLegalForms(tokens: readonly string[]): {
  readonly tokens: readonly string[];
  readonly families: readonly LegalFamily[];
  readonly hasForm: boolean;
} {
  let kept = tokens;
  const families = new Set<LegalFamily>();
  let hasForm = false;
  const note = ({ family }: Form) => {
    hasForm = true;
    if (family !== 'company') families.add(family);
  };
  for (let changed = true; changed; ) {
    changed = false;
    const end = BY_LAST.get(kept.at(-1) ?? '')?.find(
      (form) => form.words.length < kept.length && isAt(kept, kept.length - form.words.length, form),
    );
    const start = end ? undefined : BY_FIRST.get(kept[0] ?? '')?.find((form) => isLeading(form, kept));
    const form = end ?? start;
    if (!form) continue;
    kept = end ? kept.slice(0, -form.words.length) : kept.slice(form.words.length);
    note(form);
    changed = true;
  }
  const inside = kept.filter((token) => ANYWHERE.has(token));
  if (inside.length > 0 && inside.length < kept.length) {
    kept = kept.filter((token) => !ANYWHERE.has(token));
    for (const token of inside) for (const form of BY_LAST.get(token) ?? []) if (form.words.length === 1) note(form);
  }
  return { tokens: kept, families: [...families], hasForm };
}

/** Short words that open many names (`Ag Shipping`, `Co Thi Lan`) are forms at the end only. */
const LEADS: ReadonlySet<string> = new Set(
  'ooo oao zao pao ao too tov ip fgup gup pt llc jsc ojsc pjsc cjsc cong kk fop'.split(' '),
);

function isLeading(form: Form, tokens: readonly string[]): boolean {
  if (form.words.length >= tokens.length || !isAt(tokens, 0, form)) return false;
  return form.words.length > 2 || LEADS.has(form.words[0] ?? '');
}

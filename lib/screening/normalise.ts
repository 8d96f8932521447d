import { nameTokens } from '@/lib/consignment/fold';

/**
 * A name ready for comparison. `tokens` are Latin, lower case, without forms of address and legal forms; `key` joins them;
 * `blocks` are what candidates are found by: the tokens and, of longer ones, the consonants (`~mhmd`).
 */
export type ScreenKey = {
  readonly key: string;
  readonly tokens: readonly string[];
  /** Consonants of each token, in the order of the tokens. */
  readonly sounds: readonly string[];
  readonly blocks: readonly string[];
};

// Legal forms as registers abbreviate them, folded; written by hand.
const LEGAL_FORMS: readonly (readonly string[])[] = (
  'sociedad anonima de capital variable; gesellschaft mit beschrankter haftung; limited liability company; ' +
  'open joint stock company; public joint stock company; joint stock company; private limited; gmbh und co kg; gmbh co kg; ' +
  's a de c v; sa de cv; s de r l; sp z o o; sp zoo; sdn bhd; youxian gongsi; kabushiki kaisha; anonim sirketi; ' +
  'limited sirketi; s a r l; s p a; s r l; s a s; l l c; l t d; z a o; o o o; o a o; s a; b v; n v; ' +
  'gmbh; mbh; ag; kg; ohg; ug; ltd; limited; llc; llp; plc; inc; incorporated; corp; corporation; co; company; ' +
  'sa; sas; sarl; srl; spa; sl; bv; nv; ab; oy; oyj; aps; asa; kft; zrt; doo; ood; eood; ooo; oao; zao; pao; ' +
  'jsc; ojsc; pjsc; cjsc; pte; pvt; pty; bhd; sdn; fze; fzc; fzco; kk; sirketi; sti; eurl; ltda; cia; establishment'
)
  .split(';')
  .map((form) => form.trim().split(' '))
  .sort((a, b) => b.length - a.length);

const LAST_WORDS: ReadonlySet<string> = new Set(LEGAL_FORMS.map((form) => form.at(-1) ?? ''));
const FIRST_WORDS: ReadonlySet<string> = new Set(LEGAL_FORMS.map((form) => form[0] ?? ''));

function mayHaveLegalForm(tokens: readonly string[]): boolean {
  return LAST_WORDS.has(tokens.at(-1) ?? '') || FIRST_WORDS.has(tokens[0] ?? '');
}

function endsWith(tokens: readonly string[], form: readonly string[]): boolean {
  return form.every((token, index) => tokens[tokens.length - form.length + index] === token);
}

function startsWith(tokens: readonly string[], form: readonly string[]): boolean {
  return form.every((token, index) => tokens[index] === token);
}

/** Legal forms stand at the end (`Ltd`) or the start (`OOO`) of a name; one token at least is kept. */
function withoutLegalForms(tokens: readonly string[]): readonly string[] {
  let kept = tokens;
  for (let changed = true; changed && mayHaveLegalForm(kept); ) {
    changed = false;
    for (const form of LEGAL_FORMS) {
      if (form.length >= kept.length) continue;
      if (endsWith(kept, form)) kept = kept.slice(0, -form.length);
      else if (startsWith(kept, form)) kept = kept.slice(form.length);
      else continue;
      changed = true;
      break;
    }
  }
  return kept;
}

/** Consonants of a token in rough sound classes, doubled ones once: `mohammed` and `muhamad` are both `mhmd`. */
export function consonantsOf(token: string): string {
  return token
    .replace(/ph/g, 'f')
    .replace(/[ckq]h?/g, 'k')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** The screening form of a name in any script. */
export function screenName(name: string): ScreenKey {
  const tokens = withoutLegalForms(nameTokens(name));
  const sounds = tokens.map(consonantsOf);
  const heard = sounds.filter((sound) => sound.length >= 3).map((sound) => `~${sound}`);
  return { key: tokens.join(' '), tokens, sounds, blocks: [...new Set([...tokens, ...heard])] };
}

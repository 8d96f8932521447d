import { useTranslations } from 'next-intl';

/** Where the words of a code stand, by the fact it is the value of; the first catalogue that has it speaks. */
const CATALOGUES: Readonly<Record<string, readonly string[]>> = {
  role: ['identity.role'],
  defaultChannel: ['queue.channel'],
  status: ['clearance.status'],
  lane: ['clearance.lane'],
  ground: ['clearance.holdGround', 'clearance.releaseGround', 'clearance.seizureGround'],
  kind: ['clearance.decisionKind', 'clearance.examinationKind'],
  type: ['clearance.referralType'],
  resultCode: ['clearance.result'],
  examinationOutcome: ['clearance.outcome'],
  attempt: ['audit.action', 'audit.permission'],
  by: ['statistics.dimension'],
  channel: ['queue.channel'],
  codes: ['quality.finding', 'quality.fileFault'],
  mapped: ['consignment.field'],
  fixed: ['consignment.field'],
  reasons: ['clearance.refusal', 'forms.reasons'],
};

/** A sentence whose figures the row does not keep: they are left out; one that turns on them cannot be said. */
const withoutFigures = (text: string): string => text.replace(/\{\w+\}/g, '…');

/** Puts the codes of a fact into words; what is no code of a catalogue stays as stored. */
export function useDetailWord(): (key: string, value: string) => { text: string; isWord: boolean } {
  const t = useTranslations();
  const wordOf = (key: string, code: string): string | null => {
    const path = CATALOGUES[key]?.map((catalogue) => `${catalogue}.${code}`).find((one) => t.has(one));
    const raw: unknown = path ? t.raw(path) : null;
    const said = typeof raw === 'string' ? withoutFigures(raw) : '{';
    return said.includes('{') ? null : said;
  };
  return (key, value) => {
    const words = value.split(', ').map((code) => ({ code, word: wordOf(key, code) }));
    return {
      text: words.map(({ code, word }) => word ?? code).join(', '),
      isWord: words.every(({ word }) => word !== null),
    };
  };
}

/** Options that exclude all others: none of these, do not know, prefer not to say. */
const EXCLUSIVE =
  /^(none of\b.*|none|ningun[oa]s? de\b.*|ningun[oa]s?|nothing|nada|prefer not\b.*|prefiero no\b.*|not applicable|no aplica|does not apply|(i )?do(n.t| not) know\b.*|no s[eé]|no sabe|not sure)$/i;

/** Is this an option that nobody can choose together with another, and that people do not write in? */
export const isExclusiveOption = (text: string): boolean => EXCLUSIVE.test(text.trim());

const OTHER = /^(-oth-|other|otr[oa]s?|others|autre|andere)(\b|$)/i;

/** "Other", "Other (please specify)", "Otra": the answer that asks for words of its own. */
export const isOtherAnswer = (text: string): boolean => text.length <= 60 && OTHER.test(text);

const OTHER = /^(-oth-|other|otr[oa]s?|others|autre|andere)(\b|$)/i;

/** "Other", "Other (please specify)", "Otra": the answer that asks for words of its own. */
export const isOtherAnswer = (text: string): boolean => text.length <= 60 && OTHER.test(text);

/** Anything with an @ between two signs. */
const ADDRESS = /\S+@\S+/gu;
/** Seven digits and more, however they are set apart: shorter ones reach nobody. */
const NUMBER = /\+?\(?\p{Nd}(?:[\s().\-/\u00a0\u2010-\u2015]*\p{Nd}){6,}/gu;

/** A text without the e-mail addresses and telephone numbers in it. */
export function withoutContact(text: string): string {
  return text.replace(ADDRESS, " ").replace(NUMBER, " ").replace(/@/g, " ").replace(/\s+/g, " ").trim();
}

/**
 * How texts compare: without regard to case, to blanks around them, and to how an accent is encoded.
 * Case is Unicode's, the same in every language: `Straße` equals `STRASSE`, `é` equals `É` but not `e`.
 */
export function foldText(text: string): string {
  return remember(folded, text, fold);
}

/**
 * The words of a folded text, each with a blank on either side (` HEAD OF OPERATIONS `), so that one
 * text contains another's words when it contains its string. A word is a run of letters and digits.
 */
export function spaceWords(foldedText: string): string {
  return remember(spaced, foldedText, space);
}

const folded = new Map<string, string>();
const spaced = new Map<string, string>();

/** Values repeat from lead to lead (countries, titles), so folding them again is mostly waste. */
const REMEMBERED_TEXTS = 20_000;
const LONGEST_REMEMBERED = 200;

function remember(known: Map<string, string>, text: string, make: (text: string) => string): string {
  if (text.length > LONGEST_REMEMBERED) return make(text);
  let made = known.get(text);
  if (made === undefined) {
    made = make(text);
    if (known.size >= REMEMBERED_TEXTS) known.clear();
    known.set(text, made);
  }
  return made;
}

/** Lower case first, because only that opens capital letters that upper case leaves alone (ẞ, SS). */
function fold(text: string): string {
  return text.trim().normalize("NFC").toLowerCase().toUpperCase().normalize("NFC");
}

function space(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? "" : ` ${words.join(" ")} `;
}

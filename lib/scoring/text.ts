/**
 * How texts compare: without regard to case, to blanks around them, and to how an accent is encoded.
 * Case is Unicode's, the same in every language: `Straße` equals `STRASSE`, `é` equals `É` but not `e`.
 */
export function foldText(text: string): string {
  return folded(text);
}

/**
 * The words of a folded text, each with a blank on either side (` HEAD OF OPERATIONS `), so that one
 * text contains another's words when it contains its string. A word is a run of letters and digits.
 */
export function spaceWords(foldedText: string): string {
  return spaced(foldedText);
}

/** Values repeat from lead to lead (countries, titles), so folding them again is mostly waste. */
const REMEMBERED_TEXTS = 20_000;
const LONGEST_REMEMBERED = 200;

/** The same function, which remembers what it made of texts. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > LONGEST_REMEMBERED) return made;
    if (known.size >= REMEMBERED_TEXTS) known.clear();
    known.set(text, made);
    return made;
  };
}

const folded = remembered(fold);
const spaced = remembered(space);

/** Lower case first, because only that opens capital letters that upper case leaves alone (ẞ, SS). */
function fold(text: string): string {
  return text.trim().normalize("NFC").toLowerCase().toUpperCase().normalize("NFC");
}

function space(text: string): string {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? "" : ` ${words.join(" ")} `;
}

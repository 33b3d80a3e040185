const LONGEST_TITLE = 90;

/**
 * What an event was about, where it reads as a title. Assets are page paths, addresses, numbers of a shop and names
 * for machines as well, which say nothing in a sentence.
 */
export function titleOf(asset: string | null): string | null {
  const title = asset?.trim() ?? "";
  if (title.length > LONGEST_TITLE || !/\p{L}/u.test(title)) return null;
  if (/^(https?:)?\/|:\/\//.test(title)) return null;
  return /^\S*[_/\\]\S*$/.test(title) ? null : title;
}

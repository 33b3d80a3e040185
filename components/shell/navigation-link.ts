/** A page as the shell offers it: in the masthead, the menu, the palette, and behind `g` and its letter. */
export type NavigationLink = {
  readonly href: string;
  readonly label: string;
  readonly shortcut: string;
  /** What waits there for the reader. */
  readonly hint?: string | undefined;
};

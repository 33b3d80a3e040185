/** Fields and lists inside the editor: as low as its rows, and as high as a thumb on a phone. */
export const INLINE_CONTROL =
  "h-7 w-full min-w-0 border-rule-2 border-b bg-transparent text-body text-ink placeholder:text-ink-3 focus-visible:border-accent aria-invalid:border-hot max-sm:h-11 max-sm:text-prose";

/** Quiet words that act. */
export const QUIET_BUTTON =
  "min-h-6 min-w-6 text-accent text-small underline-offset-4 enabled:hover:underline disabled:text-ink-3 max-sm:min-h-11";

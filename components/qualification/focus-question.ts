/** Puts the reader's hand at the first open question. */
export const QUESTION_KEY = "b";

/** The checklist stands beside the list, or on the sheet over it. Gives whether there is one in sight. */
export function focusQuestion(): boolean {
  const questions = document.querySelectorAll<HTMLElement>("[data-question] button[aria-pressed='true']");
  const inSight = [...questions].find((question) => question.checkVisibility());
  inSight?.focus();
  return inSight !== undefined;
}

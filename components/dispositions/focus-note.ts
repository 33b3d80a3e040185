import { findVisible } from "#components/ui/find-visible.ts";

/** The field stands beside the list, on the sheet over it, or below the page of a lead. */
export function focusNote(): void {
  findVisible("[data-note]")?.focus();
}

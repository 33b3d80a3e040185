import { isTyping } from "./is-typing.ts";
import { type ListMove, moveOfKey } from "./list-move.ts";
import { usePageKeys } from "./use-page-keys.ts";

type Keys = {
  /** False while a question is open: its own keys come first. */
  isActive?: boolean;
  /** False where the arrows have another use. */
  hasArrows?: boolean;
  onMove: (move: ListMove) => void;
  onOpen: () => void;
  /** Other keys of the page (letters in lower case); false leaves the press to others. */
  onKey?: (key: string, event: KeyboardEvent) => boolean;
};

/**
 * The keys of a list, wherever on the page the reader is, except in fields and popups: j, k, the
 * arrows, Home and End walk it, Enter opens the lead at which they stand.
 */
export function useListKeys({ isActive = true, hasArrows = true, onMove, onOpen, onKey }: Keys): void {
  usePageKeys((event) => {
    if (!isActive || event.defaultPrevented || isTyping(event.target) || isInPopup(event.target)) return false;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const move = hasArrows || !key.startsWith("Arrow") ? moveOfKey(key) : null;
    if (move !== null) {
      onMove(move);
      return true;
    }
    // A key held down moves on; it opens and records nothing.
    if (event.repeat) return false;
    if (key !== "Enter") return onKey?.(key, event) ?? false;
    if (isControl(event.target)) return false;
    onOpen();
    return true;
  });
}

export function isInPopup(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role='dialog'], [role='menu'], [role='listbox']") !== null;
}

/** Enter on a link or a button does what that says, except on the name that stands for a row. */
function isControl(target: EventTarget | null): boolean {
  const control = target instanceof HTMLElement ? target.closest<HTMLElement>("a, button, summary") : null;
  return control !== null && control.dataset.lead === undefined;
}

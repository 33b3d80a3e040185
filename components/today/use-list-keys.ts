import { useEffect, useEffectEvent } from "react";
import { OUTCOME_KEYS } from "#components/dispositions/outcome-bar.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { DISPOSITIONS, type Disposition } from "#lib/lifecycle/constants.ts";

export type ListKeys = {
  /** False while a question is open: its own keys come first. */
  isActive: boolean;
  onMove: (step: 1 | -1) => void;
  onOpen: () => void;
  onOutcome: (disposition: Disposition, at: number) => void;
  onUndo: () => void;
  onShowDone: () => void;
  onShowNew: () => void;
};

/** The keys of the list, wherever on the page the reader is, except in fields and dialogs. */
export function useListKeys(keys: ListKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { isActive, onMove, onOpen, onOutcome, onUndo, onShowDone, onShowNew } = keys;
    if (!isActive || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || isInPopup(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const outcome = DISPOSITIONS.find((disposition) => OUTCOME_KEYS[disposition] === key);
    if (key === "j" || key === "ArrowDown") onMove(1);
    else if (key === "k" || key === "ArrowUp") onMove(-1);
    // A key held down moves on; it records nothing.
    else if (event.repeat) return;
    else if (key === "Enter" && isRowOrPage(event.target)) onOpen();
    else if (outcome) onOutcome(outcome, event.timeStamp);
    else if (key === "u") onUndo();
    else if (key === "d") onShowDone();
    else if (key === "v") onShowNew();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function isInPopup(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role='dialog'], [role='menu']") !== null;
}

/** Enter on a link or a button of its own does what that says. */
function isRowOrPage(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.dataset.lead !== undefined);
}

import { useEffect, useEffectEvent } from "react";
import { isTyping } from "#components/shell/is-typing.ts";

type Keys = { count: number; current: number; onMove: (index: number) => void; onOpen: (index: number) => void };

/** `j` and `k` walk a list and Enter opens where they stand, unless a control has the focus. */
export function useListKeys({ count, current, onMove, onOpen }: Keys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (count === 0 || isInPopup(event.target)) return;
    if (event.key === "j") onMove(Math.min(current + 1, count - 1));
    else if (event.key === "k") onMove(Math.max(current - 1, 0));
    else if (event.key === "Enter" && current >= 0 && !isControl(event.target)) onOpen(current);
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
  return target instanceof HTMLElement && target.closest("[role='dialog'], [role='menu'], [role='listbox']") !== null;
}

/** Enter on a link or a button of its own does what that says. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, summary") !== null;
}

import { useEffect } from "react";
import { isTyping } from "#components/shell/is-typing.ts";

type Keys = { count: number; current: number; onMove: (index: number) => void; onOpen: (index: number) => void };

/** `j` and `k` walk a list and Enter opens where they stand, unless a control has the focus. */
export function useListKeys({ count, current, onMove, onOpen }: Keys): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (count === 0 || document.querySelector("[role='dialog']")) return;
      if (event.key === "j") onMove(Math.min(current + 1, count - 1));
      else if (event.key === "k") onMove(Math.max(current - 1, 0));
      else if (event.key === "Enter" && current >= 0 && !isControl(event.target)) onOpen(current);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [count, current, onMove, onOpen]);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, summary, [role='option']") !== null;
}

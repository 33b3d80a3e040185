import { useEffect, useRef } from "react";

/** Brings the focus to rows of the list. `current` is the lead that is selected. */
export function useRowFocus(current: number | null) {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (current === null || wanted.current !== current) return;
    wanted.current = null;
    focusNow(current);
  });
  return {
    /** As soon as this lead is the selected one. */
    follow: (leadId: number | null) => {
      wanted.current = leadId;
    },
    /** On the row that is selected as it is. */
    bringBack: () => {
      if (current !== null) focusNow(current);
    },
  };
}

function focusNow(leadId: number) {
  document.querySelector<HTMLElement>(`[data-lead="${leadId}"]`)?.focus();
}

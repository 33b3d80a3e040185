"use client";

import type { ReactNode } from "react";
import { movedPlace } from "#components/shell/list-move.ts";
import { useListKeys } from "#components/shell/use-list-keys.ts";

/** Around a list that the server draws: J, K and the arrows walk the names in it, Enter opens one as a link does. */
export function RowFocus({ children }: { children: ReactNode }) {
  useListKeys({
    onMove: (move) => {
      const names = [...document.querySelectorAll<HTMLElement>("a[data-lead]")];
      const active = document.activeElement;
      const place = active instanceof HTMLElement ? names.indexOf(active) : -1;
      const next = movedPlace(move, { place, count: names.length });
      if (next !== null) names[next]?.focus();
    },
    onOpen: () => {
      if (document.activeElement instanceof HTMLAnchorElement) document.activeElement.click();
    },
  });
  return children;
}

import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { useCallback, useEffectEvent, useLayoutEffect, useRef } from "react";
import { beginTrail, type ListTrail } from "#lib/leads/list-trail.ts";
import { readTrail, storeTrail } from "./trail-storage.ts";

const PARAMETER = "lead";

export type SelectedLead = ReturnType<typeof useSelectedLead>;

type Leaving = Pick<ListTrail, "leadIds" | "total" | "openedId">;

/**
 * The lead that a list has selected, as it stands in the address. Who comes back from its page finds
 * the list as it was left.
 */
export function useSelectedLead(list: ListTrail["list"], onReturn?: (leadId: number) => void) {
  const [selectedId, setSelectedId] = useQueryState(PARAMETER, parseAsInteger);
  const router = useRouter();
  const written = useRef<Promise<unknown>>(Promise.resolve());
  const select = useCallback(
    (leadId: number | null) => {
      written.current = setSelectedId(leadId);
    },
    [setSelectedId],
  );

  const comeBack = useEffectEvent(() => {
    if (selectedId === null) return;
    const trail = readTrail();
    if (trail?.list === list && trail.openedId === selectedId)
      scroller()?.scrollTo({ top: trail.scrollTop, behavior: "instant" });
    onReturn?.(selectedId);
  });
  useLayoutEffect(() => comeBack(), []);

  /** To be called just before the reader goes to a lead. */
  function leave(leaving: Leaving) {
    const { openedId } = leaving;
    const url = new URL(window.location.href);
    url.searchParams.delete(PARAMETER);
    const address = url.pathname + url.search;
    storeTrail(beginTrail({ ...leaving, list, address, scrollTop: scroller()?.scrollTop ?? 0 }));
    // At once, since nothing may change the address of a list that is being left.
    window.history.replaceState(null, "", selectedAddress(address, openedId));
  }

  /** Leaves by a key, which may come before the last selection stands in the address: that would call off the way there. */
  async function leaveByKey(leaving: Leaving) {
    await written.current;
    leave(leaving);
    router.push(`/leads/${leaving.openedId}`);
  }

  return { selectedId, select, leave, leaveByKey };
}

/** The list with a lead selected. */
export function selectedAddress(address: string, leadId: number): string {
  return `${address}${address.includes("?") ? "&" : "?"}${PARAMETER}=${leadId}`;
}

function scroller(): Element | null {
  return document.querySelector("[data-scrolls]");
}

import { useSyncExternalStore } from "react";

/** Where the panel stands beside the list: Tailwind's `xl`. */
const WIDE = "(width >= 80rem)";

/** Whether the panel has room beside the list. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(WIDE);
      media.addEventListener("change", onChange);
      return () => media.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "./is-typing.ts";
import type { NavigationLink } from "./navigation-link.ts";

const LEADER_MS = 1_000;

/** `g` and soon after it a page's letter goes there; `?` asks for help. */
export function useLeaderKey(links: readonly NavigationLink[], onHelp: () => void): void {
  const router = useRouter();
  const askHelp = useEffectEvent(onHelp);
  useEffect(() => {
    let leaderAt = Number.NEGATIVE_INFINITY;
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") {
        event.preventDefault();
        askHelp();
        return;
      }
      if (event.timeStamp - leaderAt < LEADER_MS) {
        const link = links.find(({ shortcut }) => shortcut.toLowerCase() === event.key.toLowerCase());
        leaderAt = Number.NEGATIVE_INFINITY;
        if (link) {
          event.preventDefault();
          event.stopImmediatePropagation();
          router.push(link.href);
        }
        return;
      }
      if (event.key === "g") leaderAt = event.timeStamp;
    }
    // Before the page's own keys, so that the letter after `g` is not also an outcome.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [links, router]);
}

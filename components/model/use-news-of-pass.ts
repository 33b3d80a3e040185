import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Where a page tells of a pass. */
export const NEWS_OF_PASS = "pass";

const AWAITED = ["news-of-pass"];

/**
 * Who set a pass off by a button that goes with it is to stand at the news of it, which may be on the page before the
 * answer or after it. Who only looks on stays where they are.
 */
export function useNewsOfPass() {
  const queryClient = useQueryClient();
  /** Called once it is set off. */
  const standThere = useCallback(() => {
    const news = document.getElementById(NEWS_OF_PASS);
    if (news) news.focus();
    else queryClient.setQueryData(AWAITED, true);
  }, [queryClient]);
  /** The `ref` of the news. */
  const appear = useCallback(
    (news: HTMLElement | null) => {
      if (!news || !queryClient.getQueryData(AWAITED)) return;
      queryClient.removeQueries({ queryKey: AWAITED });
      news.focus();
    },
    [queryClient],
  );
  return { standThere, appear };
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { ShownReview } from "./review.ts";

/** People talk and sign at their own pace; nobody waits for a second. */
const POLL_MS = 10_000;

/** The review as it stands on the server while the page is looked at: others comment and sign meanwhile. */
export function useLiveReview(modelId: number, drawn: ShownReview): ShownReview {
  const queryClient = useQueryClient();
  const queryKey = useMemo(() => ["review", modelId], [modelId]);
  const { data } = useQuery({
    queryKey,
    initialData: drawn,
    queryFn: async ({ signal }): Promise<ShownReview> => {
      const response = await fetch(`/api/models/${modelId}/review`, { signal });
      if (!response.ok) throw new Error(`The review answered ${response.status}.`);
      return response.json();
    },
    refetchInterval: POLL_MS,
  });

  // Drawn anew because the reader did something: what was asked before that is out of date.
  useEffect(() => {
    void queryClient.cancelQueries({ queryKey }).then(() => queryClient.setQueryData(queryKey, drawn));
  }, [queryClient, queryKey, drawn]);

  return data;
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ImportStage, stageOf } from "#lib/import/stage.ts";
import type { ImportAnswer } from "#lib/import/view.ts";

const POLL_MS = 700;
const POLL_SCORES_MS = 2_000;

/** An import as it stands; asks again while something is under way. `refresh` asks at once. */
export function useImport(initial: ImportAnswer) {
  const queryClient = useQueryClient();
  const { importId } = initial.import;
  const queryKey = ["imports", importId];
  const { data, isError } = useQuery({
    queryKey,
    initialData: initial,
    queryFn: async ({ signal }): Promise<ImportAnswer> => {
      const response = await fetch(`/api/imports/${importId}`, { signal });
      if (!response.ok) throw new Error(`The import answered ${response.status}.`);
      return response.json();
    },
    refetchInterval: (query) => pause(query.state.data ?? initial),
  });
  const stage: ImportStage = stageOf(data.import);
  return { ...data, stage, isError, refresh: () => queryClient.invalidateQueries({ queryKey }) };
}

/** false: nothing moves any more. */
function pause({ import: { status, isDryRun }, scores }: ImportAnswer): number | false {
  const stage = stageOf({ status, isDryRun });
  if (stage === "trying" || stage === "importing") return POLL_MS;
  return stage === "ended" && scores === "due" ? POLL_SCORES_MS : false;
}

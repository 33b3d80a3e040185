import { useQuery } from "@tanstack/react-query";
import type { HandOverRep } from "#lib/lifecycle/hand-over.ts";

/** To whom a lead may be handed over, asked when it is wanted. */
export function useReps() {
  return useQuery({
    queryKey: ["reps"],
    queryFn: async ({ signal }): Promise<HandOverRep[]> => {
      const response = await fetch("/api/reps", { signal });
      if (!response.ok) throw new Error(`The list of reps answered ${response.status}.`);
      return response.json();
    },
  });
}

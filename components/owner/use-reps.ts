import { useQuery } from "@tanstack/react-query";
import type { ReceivingRep } from "#lib/lifecycle/receiving-rep.ts";

/** To whom a lead may be given, asked when it is wanted. */
export function useReps() {
  return useQuery({
    queryKey: ["reps"],
    queryFn: async ({ signal }): Promise<ReceivingRep[]> => {
      const response = await fetch("/api/reps", { signal });
      if (!response.ok) throw new Error(`The list of reps answered ${response.status}.`);
      return response.json();
    },
  });
}

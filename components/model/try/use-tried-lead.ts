import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TriedLead } from "#lib/leads/tried-lead.ts";

/** A lead with all that is known of it; null when there is none that the reader may see. */
export function useTriedLead(leadId: number | null) {
  return useQuery({
    queryKey: ["leads", "facts", leadId],
    enabled: leadId !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<TriedLead | null> => {
      const response = await fetch(`/api/leads/${leadId}/facts`, { signal });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`The facts of a lead answered ${response.status}.`);
      return response.json();
    },
  });
}

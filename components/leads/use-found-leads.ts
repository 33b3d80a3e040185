import { useQuery } from "@tanstack/react-query";

/** As `GET /api/leads/find` answers. */
export type FoundLead = { readonly id: number; readonly name: string; readonly company: string | null };

const LEAST_LETTERS = 2;

/** The leads that a name, company, e-mail address or number may mean, from two letters on. */
export function useFoundLeads(sought: string, { isAsked = true }: { readonly isAsked?: boolean } = {}) {
  return useQuery({
    queryKey: ["find-leads", sought],
    enabled: isAsked && sought.length >= LEAST_LETTERS,
    queryFn: async ({ signal }): Promise<FoundLead[]> => {
      const response = await fetch(`/api/leads/find?q=${encodeURIComponent(sought)}`, { signal });
      if (!response.ok) throw new Error(`Lead search answered ${response.status}.`);
      return response.json();
    },
  });
}

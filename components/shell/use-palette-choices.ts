"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { NavigationLink } from "./navigation-link.ts";

export type PaletteChoice = { readonly href: string; readonly label: string; readonly detail: string };
/** As `GET /api/leads/find` answers. */
type FoundLead = { id: number; name: string; company: string | null };

type Options = { links: readonly NavigationLink[]; mayFindLeads: boolean };

/** The pages and the leads that a name may mean; leads from two letters on. */
export function usePaletteChoices(sought: string, { links, mayFindLeads }: Options) {
  const t = useTranslations("shell.palette");
  const leads = useQuery({
    queryKey: ["find-leads", sought],
    enabled: mayFindLeads && sought.length >= 2,
    queryFn: async ({ signal }): Promise<FoundLead[]> => {
      const response = await fetch(`/api/leads/find?q=${encodeURIComponent(sought)}`, { signal });
      if (!response.ok) throw new Error(`Lead search answered ${response.status}.`);
      return response.json();
    },
  });
  const choices: PaletteChoice[] = [
    ...links
      .filter((link) => link.label.toLowerCase().includes(sought.toLowerCase()))
      .map((link) => ({ href: link.href, label: link.label, detail: t("page") })),
    ...(leads.data ?? []).map((lead) => ({ href: `/leads/${lead.id}`, label: lead.name, detail: lead.company ?? "" })),
  ];
  return { choices, isSearching: leads.isFetching };
}

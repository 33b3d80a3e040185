"use client";

import { useTranslations } from "next-intl";
import { useFoundLeads } from "#components/leads/use-found-leads.ts";
import type { NavigationLink } from "./navigation-link.ts";

export type PaletteChoice = { readonly href: string; readonly label: string; readonly detail: string };

type Options = { links: readonly NavigationLink[]; mayFindLeads: boolean };

/** The pages and the leads that a name may mean; leads from two letters on. */
export function usePaletteChoices(sought: string, { links, mayFindLeads }: Options) {
  const t = useTranslations("shell.palette");
  const leads = useFoundLeads(sought, { isAsked: mayFindLeads });
  const choices: PaletteChoice[] = [
    ...links
      .filter((link) => link.label.toLowerCase().includes(sought.toLowerCase()))
      .map((link) => ({ href: link.href, label: link.label, detail: t("page") })),
    ...(leads.data ?? []).map((lead) => ({ href: `/leads/${lead.id}`, label: lead.name, detail: lead.company ?? "" })),
  ];
  return { choices, isSearching: leads.isFetching };
}

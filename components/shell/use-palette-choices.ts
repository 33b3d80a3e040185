"use client";

import { useTranslations } from "next-intl";
import { useFoundLeads } from "#components/leads/use-found-leads.ts";
import type { NavigationLink } from "./navigation-link.ts";
import type { PageCommand } from "./page-commands.ts";

/** Where it leads, or what it does on the page in sight. */
export type PaletteChoice = { readonly id: string; readonly label: string; readonly detail: string } & (
  | { readonly href: string; readonly command?: never }
  | { readonly command: PageCommand; readonly href?: never }
);

type Options = { links: readonly NavigationLink[]; commands: readonly PageCommand[]; mayFindLeads: boolean };

/** What can be done here, the pages and the leads that a name may mean; leads from two letters on. */
export function usePaletteChoices(sought: string, { links, commands, mayFindLeads }: Options) {
  const t = useTranslations("shell.palette");
  const leads = useFoundLeads(sought, { isAsked: mayFindLeads });
  const isMeant = ({ label }: { label: string }) => label.toLowerCase().includes(sought.toLowerCase());
  const choices: PaletteChoice[] = [
    ...commands.filter(isMeant).map((command) => ({
      id: `key ${command.key}`,
      command,
      label: command.label,
      detail: command.key.toUpperCase(),
    })),
    ...links.filter(isMeant).map(({ href, label }) => ({ id: href, href, label, detail: t("page") })),
    ...(leads.data ?? []).map(({ id, name, company }) => {
      const href = `/leads/${id}`;
      return { id: href, href, label: name, detail: company ?? "" };
    }),
  ];
  return { choices, isSearching: leads.isFetching };
}

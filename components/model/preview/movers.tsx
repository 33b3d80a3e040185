"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo } from "react";
import { MOST_NAMED, type NamedLead } from "#lib/leads/named-lead.ts";
import { type Flow, listMovers } from "#lib/preview/moves.ts";
import { useEditor } from "../editor-context.tsx";
import { useModelWords } from "../words.ts";
import type { Moved } from "./use-preview.ts";
import { useSettled } from "./use-settled.ts";

const SHOWN = 12;
const STILL_MS = 300;

type Props = { moved: Moved; flow: Flow };

/** The first of those who move, by name, with the cells they leave and reach. */
export function Movers({ moved, flow }: Props) {
  const { catalogue } = useEditor();
  const { t } = useModelWords(catalogue);
  const movers = useMemo(
    () =>
      listMovers(moved.before, moved.after, flow, MOST_NAMED).map((row) => ({
        leadId: moved.base.leadIds[row] ?? 0,
        from: moved.before.cellNames[moved.before.cells[row] ?? 0] ?? "",
        to: moved.after.cellNames[moved.after.cells[row] ?? 0] ?? "",
      })),
    [moved, flow],
  );
  const ids = useSettled(movers.map(({ leadId }) => leadId).join(), STILL_MS);
  const { data: named = [], isError } = useQuery({
    queryKey: ["leads", "named", ids],
    queryFn: ({ signal }) => fetchNamed(ids, signal),
    placeholderData: keepPreviousData,
    enabled: ids !== "",
  });
  if (isError) return <p className="text-ink-3 text-small">{t("preview.namesFailed")}</p>;
  const names = new Map(named.map((each) => [each.leadId, each] as const));
  const rows = movers.flatMap((mover) => {
    const lead = names.get(mover.leadId);
    return lead ? [{ ...mover, ...lead }] : [];
  });
  return (
    <ul className="border-rule-3 border-t text-small" aria-label={t("preview.moversLabel")}>
      {rows.slice(0, SHOWN).map(({ leadId, name, company, owner, from, to }) => (
        <li
          key={leadId}
          className="grid grid-cols-[minmax(0,1fr)_64px_88px] items-baseline gap-x-2 border-rule border-b py-1 max-sm:grid-cols-[minmax(0,1fr)_64px]"
        >
          <span className="truncate">
            <Link href={`/leads/${leadId}`} className="font-semibold hover:underline">
              {name ?? t("preview.unnamed", { leadId })}
            </Link>{" "}
            <span className="text-ink-3">{company}</span>
          </span>
          <span className="whitespace-nowrap text-accent">
            <span aria-hidden="true">
              {from} → {to}
            </span>
            <span className="sr-only">{t("preview.fromTo", { from, to })}</span>
          </span>
          <span className="truncate text-right text-ink-3 max-sm:hidden">{owner}</span>
        </li>
      ))}
    </ul>
  );
}

async function fetchNamed(ids: string, signal: AbortSignal): Promise<NamedLead[]> {
  const response = await fetch(`/api/leads/named?ids=${ids}`, { signal });
  if (!response.ok) throw new Error(`The names of leads answered ${response.status}.`);
  return response.json();
}

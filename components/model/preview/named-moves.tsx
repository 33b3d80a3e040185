"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo } from "react";
import { initialsOf } from "#components/leads/initials.ts";
import { MOST_ASKED, type NamedLead } from "#lib/leads/named-lead.ts";
import { TryButton } from "../try/try-button.tsx";
import type { ModelWords } from "../words.ts";
import { useSettled } from "./use-settled.ts";

const STILL_MS = 300;
/** What a hand went past is long to keep. */
const KEPT_MS = 30_000;

/** A lead with the cells that it leaves and reaches, which may be the same. */
export type NamedMove = {
  readonly leadId: number;
  readonly from: string;
  readonly to: string;
  /** Who calls, where that is not said by whose lead it is. */
  readonly caller?: string | undefined;
};

type Props = {
  moves: readonly NamedMove[];
  label: string;
  shown: number;
  /** Whether these are all: then those without a row are counted. */
  isWhole?: boolean;
  words: ModelWords;
};

/** Leads that move, by name: the first of those that the reader may see. */
export function NamedMoves({ moves, label, shown, isWhole = false, words }: Props) {
  const { t } = words;
  const asked = useMemo(
    () =>
      moves
        .slice(0, MOST_ASKED)
        .map(({ leadId }) => leadId)
        .join(),
    [moves],
  );
  const ids = useSettled(asked, STILL_MS);
  const {
    data: named = [],
    isError,
    isPlaceholderData,
    isSuccess,
  } = useQuery({
    queryKey: ["leads", "named", ids],
    queryFn: ({ signal }) => fetchNamed(ids, signal),
    placeholderData: keepPreviousData,
    enabled: ids !== "",
    gcTime: KEPT_MS,
  });
  if (isError) return <p className="text-ink-3 text-small">{t("preview.namesFailed")}</p>;
  const names = new Map(named.map((each) => [each.leadId, each] as const));
  const rows = moves.flatMap((move) => {
    const lead = names.get(move.leadId);
    return lead ? [{ ...move, ...lead }] : [];
  });
  const more = moves.length - Math.min(rows.length, shown);
  return (
    <>
      <ul className="border-rule-3 border-t text-small" aria-label={label}>
        {rows.slice(0, shown).map(({ leadId, name, company, caller, owner, from, to }) => (
          <li
            key={leadId}
            className="grid grid-cols-[minmax(0,1fr)_60px_24px_auto] items-center gap-x-2 border-rule border-b"
          >
            <span className="truncate py-1">
              <Link href={`/leads/${leadId}`} className="font-semibold hover:underline">
                {name ?? t("preview.unnamed", { leadId })}
              </Link>{" "}
              <span className="text-ink-3">{company}</span>
            </span>
            <span className="whitespace-nowrap text-accent">
              <span aria-hidden="true">{from === to ? from : `${from} → ${to}`}</span>
              <span className="sr-only">
                {from === to ? t("preview.stays", { cell: from }) : t("preview.fromTo", { from, to })}
              </span>
            </span>
            <span className="text-right text-ink-3">
              <Initials of={caller ?? owner} words={words} />
            </span>
            <TryButton leadId={leadId} name={name ?? t("preview.unnamed", { leadId })} />
          </li>
        ))}
      </ul>
      {isWhole && more > 0 && isSuccess && !isPlaceholderData && (
        <p className="pt-1 text-ink-3 text-small">
          {t(rows.length === 0 ? "lists.onlyOthers" : "lists.more", { count: more })}
        </p>
      )}
    </>
  );
}

function Initials({ of, words: { t } }: { of: string | null; words: ModelWords }) {
  if (of === null) return null;
  return (
    <>
      <span title={of} aria-hidden="true">
        {initialsOf(of)}
      </span>
      <span className="sr-only">{t("preview.ownedBy", { owner: of })}</span>
    </>
  );
}

async function fetchNamed(ids: string, signal: AbortSignal): Promise<NamedLead[]> {
  const response = await fetch("/api/leads/named", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"leadIds":[${ids}]}`,
    signal,
  });
  if (!response.ok) throw new Error(`The names of leads answered ${response.status}.`);
  return response.json();
}

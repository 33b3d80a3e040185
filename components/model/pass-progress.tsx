"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { type PassLook, passPace } from "#lib/model/pass-pace.ts";
import { NEWS_OF_PASS, useNewsOfPass } from "./use-news-of-pass.ts";

/** As `GET /api/generations` answers. */
export type PassState =
  | { readonly state: "in_force" | "settling" | "waiting" | "failed" }
  | {
      readonly state: "building";
      readonly leadsDone: number;
      readonly leadsTotal: number | null;
    };

const POLL_MS = 700;
const QUERY_KEY = ["generations"];

type Props = {
  initial: PassState;
  /** The way back, for who may take it: while a pass is under way it stops it. */
  wayBack: ReactNode;
};

/**
 * How far the scores are from what was published last. Asks while they are on their way, and draws
 * the page anew once they are in force; says nothing when nothing is under way.
 */
export function PassProgress({ initial, wayBack }: Props) {
  const t = useTranslations("model.pass");
  const router = useRouter();
  const queryClient = useQueryClient();
  const wasUnderWay = useRef(false);
  const { appear } = useNewsOfPass();
  const { data, dataUpdatedAt, isError } = useQuery({
    queryKey: QUERY_KEY,
    initialData: initial,
    staleTime: 0,
    queryFn: async ({ signal }): Promise<PassState> => {
      const response = await fetch("/api/generations", { signal });
      if (!response.ok) throw new Error(`Progress answered ${response.status}.`);
      return response.json();
    },
    refetchInterval: (query) => (query.state.data?.state === "in_force" ? false : POLL_MS),
  });
  const isInForce = data.state === "in_force";
  const pace = usePace(data, dataUpdatedAt);

  // Drawn anew because something was just published: what was known is out of date.
  useEffect(() => {
    queryClient.setQueryData(QUERY_KEY, initial);
  }, [queryClient, initial]);

  useEffect(() => {
    if (isInForce && wasUnderWay.current) router.refresh();
    wasUnderWay.current ||= !isInForce;
  }, [isInForce, router]);

  if (isInForce && !wasUnderWay.current) return null;
  const isFailed = data.state === "failed" || isError;
  return (
    <div
      ref={appear}
      id={NEWS_OF_PASS}
      tabIndex={-1}
      className={`mb-4 scroll-mt-14 border-l-2 px-3 py-2 outline-none ${isFailed ? "border-hot" : "border-accent-line bg-accent-wash"}`}
    >
      <div role={isFailed ? "alert" : "status"}>
        <p>
          {isError ? t("unreachable") : t(sentence(data), share(data))}
          {pace && !isError && ` ${t("pace", { rate: pace.leadsPerSecond, ...timeLeft(pace.secondsLeft) })}`}
        </p>
        {data.state === "building" && data.leadsTotal !== null && (
          <div className="my-1">
            <ProgressBar label={t("label")} share={data.leadsDone / Math.max(1, data.leadsTotal)} isThin />
          </div>
        )}
      </div>
      {wayBack && !isError && (
        <div className="flex flex-wrap items-start gap-x-3 text-small">
          {CAN_BE_STOPPED.includes(data.state) && (
            <p className="text-ink-2 leading-8 max-sm:leading-normal">{t("stop")}</p>
          )}
          {wayBack}
        </div>
      )}
    </div>
  );
}

/** How fast the pass goes since it was first seen here; null while nobody can say. */
function usePace(data: PassState, at: number) {
  const [first, setFirst] = useState<PassLook | null>(null);
  const leadsDone = data.state === "building" ? data.leadsDone : null;
  useEffect(() => {
    setFirst((known) =>
      leadsDone === null ? null : known && known.leadsDone <= leadsDone ? known : { at, leadsDone },
    );
  }, [at, leadsDone]);
  if (first === null || data.state !== "building" || data.leadsTotal === null) return null;
  return passPace(first, { at, leadsDone: data.leadsDone }, data.leadsTotal);
}

/** The scores are still those of another version. */
const CAN_BE_STOPPED: readonly PassState["state"][] = ["waiting", "building", "failed"];

const SECONDS_TOLD = 90;

function timeLeft(seconds: number) {
  return seconds < SECONDS_TOLD
    ? { unit: "seconds", left: seconds }
    : { unit: "minutes", left: Math.ceil(seconds / 60) };
}

function sentence(data: PassState): string {
  return data.state === "building" && data.leadsTotal === null ? "counting" : data.state;
}

function share(data: PassState): Record<string, number> {
  if (data.state !== "building") return {};
  return { done: data.leadsDone, total: data.leadsTotal ?? 0 };
}

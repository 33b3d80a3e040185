"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** As `GET /api/generations` answers. */
export type PassState =
  | { readonly state: "in_force" | "settling" | "waiting" | "failed" }
  | { readonly state: "building"; readonly leadsDone: number; readonly leadsTotal: number | null };

const POLL_MS = 700;
const QUERY_KEY = ["generations"];

/**
 * How far the scores are from what was published last. Asks while they are on their way, and draws
 * the page anew once they are in force; says nothing when nothing is under way.
 */
export function PassProgress({ initial }: { initial: PassState }) {
  const t = useTranslations("model.pass");
  const router = useRouter();
  const queryClient = useQueryClient();
  const wasUnderWay = useRef(false);
  const { data, isError } = useQuery({
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
      role={isFailed ? "alert" : "status"}
      className={`mb-4 border-l-2 px-3 py-2 ${isFailed ? "border-hot" : "border-accent-line bg-accent-wash"}`}
    >
      <p>{isError ? t("unreachable") : t(sentence(data), share(data))}</p>
      {data.state === "building" && data.leadsTotal !== null && (
        <progress
          aria-label={t("label")}
          value={data.leadsDone}
          max={Math.max(1, data.leadsTotal)}
          className="mt-1 block h-[3px] w-full appearance-none bg-rule accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
        />
      )}
    </div>
  );
}

function sentence(data: PassState): string {
  return data.state === "building" && data.leadsTotal === null ? "counting" : data.state;
}

function share(data: PassState): Record<string, number> {
  if (data.state !== "building") return {};
  return { done: data.leadsDone, total: data.leadsTotal ?? 0 };
}

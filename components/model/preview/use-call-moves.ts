import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { criteriaOf } from "#lib/model/criteria.ts";
import { isSame } from "#lib/model/same.ts";
import { callersOfRows, compareLists } from "#lib/preview/call-lists.ts";
import type { CallPool } from "#lib/preview/call-pool.ts";
import { countedNewest } from "#lib/preview/counted-newest.ts";
import { handedOverRows, MOST_ROUTED, poolHandedOver, routesRequest } from "#lib/preview/handed-over.ts";
import { eventCriteriaOf, newestKey } from "#lib/preview/newest-key.ts";
import { reachKey, reachOf } from "#lib/preview/reach.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { type CallsAnswer, fetchCalls } from "./fetch-calls.ts";
import { fetchRoutes } from "./fetch-routes.ts";
import type { NamedMove } from "./named-moves.tsx";
import type { Moved } from "./use-preview.ts";
import { useSettled } from "./use-settled.ts";

/** Lists are made anew when the hand stands still. */
const STILL_MS = 250;
const ASK_AGAIN_MS = 400;
/** Leads are called and claimed meanwhile. */
const FRESH_MS = 60_000;
/** What a hand went past is long to keep. */
const KEPT_MS = 30_000;

type Options = {
  readonly modelId: number;
  readonly moved: Moved;
  readonly definition: Definition;
  readonly published: Definition;
};

/** Who leaves and who enters the call lists of today, or why that cannot be told. */
export type CallMoves =
  | {
      readonly status: "told";
      readonly leaving: readonly NamedMove[];
      readonly entering: readonly NamedMove[];
      /** Whether no rep has a list: today is a day off. */
      readonly isNobodyAtWork: boolean;
    }
  /**
   * Of a share of the leads there are no lists; other leads that are scored have their own published version; and nobody
   * waits until more leads are shared out than a team could be handed.
   */
  | { readonly status: "sample" | "other_leads" | "too_many" | "measuring" | "failed" };

const NOBODY: CallMoves = { status: "told", leaving: [], entering: [], isNobodyAtWork: false };

/** Makes today's lists of the published scores and of those of the draft, and tells what differs. */
export function useCallMoves(options: Options): CallMoves {
  const { modelId, published } = options;
  const { moved, definition } = useSettled(useLast(options), STILL_MS);
  const isSample = moved.base.looked < moved.base.total;
  const isChanged = useMemo(() => !isSame(definition, published), [definition, published]);
  const isSameReach = reachKey(definition) === reachKey(published);
  const sets = useMemo(() => {
    const asked = [published, definition].map((each) => eventCriteriaOf(criteriaOf(each)));
    return [...new Map(asked.map((set) => [newestKey(set), set] as const))].filter(([, { length }]) => length > 0);
  }, [published, definition]);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ["preview-calls", modelId, moved.base.baseId, sets.map(([key]) => key)],
    queryFn: ({ signal }) =>
      fetchCalls({ modelId, reach: reachOf(published), newest: sets.map(([, set]) => set) }, signal),
    enabled: isChanged && isSameReach && !isSample,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isWaiting ? ASK_AGAIN_MS : FRESH_MS),
    staleTime: FRESH_MS,
  });
  const answer = data && !data.isWaiting && data.baseId === moved.base.baseId ? data : null;
  const { base, before: scores } = moved;
  const before = useMemo(
    () => answer && callersUnder(answer, { base, scores, definition: published, isLast: !isPlaceholderData }),
    [answer, base, scores, published, isPlaceholderData],
  );
  const handed = useHandedOver(answer?.pool ?? null, moved);
  const after = useMemo(() => {
    if (!answer || !handed.pool) return null;
    const under = { base: moved.base, scores: moved.after, definition, isLast: !isPlaceholderData };
    return callersUnder({ ...answer, pool: handed.pool }, under);
  }, [answer, handed.pool, moved, definition, isPlaceholderData]);
  return useMemo(() => {
    if (!isChanged) return NOBODY;
    if (isSample) return { status: "sample" };
    if (!isSameReach) return { status: "other_leads" };
    if (handed.isTooMany) return { status: "too_many" };
    if (!before || !after || !answer) return { status: isError || handed.hasFailed ? "failed" : "measuring" };
    const { entering, leaving } = compareLists(before, after);
    const named = (callers: Int16Array) => (row: number) => ({
      leadId: moved.base.leadIds[row] ?? 0,
      from: moved.before.cellNames[moved.before.cells[row] ?? 0] ?? "",
      to: moved.after.cellNames[moved.after.cells[row] ?? 0] ?? "",
      caller: answer.callers[callers[row] ?? -1]?.name,
    });
    return {
      status: "told",
      entering: entering.map(named(after)),
      leaving: leaving.map(named(before)),
      isNobodyAtWork: answer.callers.every(({ takesUnassigned }) => !takesUnassigned),
    };
  }, [isChanged, isSample, isSameReach, isError, handed, before, after, answer, moved]);
}

/** The pool as it stands once the draft is published: who qualifies is handed over then, and shared out. */
function useHandedOver(pool: CallPool | null, moved: Moved) {
  const { leadIds } = moved.base;
  // Of the step, not of its scores: these stay the same objects.
  const rows = useMemo(() => pool && handedOverRows(pool, moved.after), [pool, moved]);
  const count = rows?.length ?? 0;
  const isTooMany = count > MOST_ROUTED;
  const asked = useMemo(
    () => (rows && count > 0 && !isTooMany ? JSON.stringify(routesRequest(rows, leadIds, moved.after)) : ""),
    [rows, count, isTooMany, leadIds, moved],
  );
  const { data: answer, isError: hasFailed } = useQuery({
    queryKey: ["preview-routes", asked],
    queryFn: ({ signal }) => fetchRoutes(asked, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
  });
  return useMemo(() => {
    const known = count === 0 ? { routed: [] } : answer;
    const handed = pool && rows && known && !isTooMany ? poolHandedOver(pool, { rows, leadIds, answer: known }) : null;
    return { pool: handed, isTooMany, hasFailed };
  }, [pool, rows, count, answer, leadIds, isTooMany, hasFailed]);
}

/** The same object while both parts are: what stands still is seen to. */
function useLast({ moved, definition }: Options) {
  return useMemo(() => ({ moved, definition }), [moved, definition]);
}

type Under = {
  readonly base: Moved["base"];
  readonly scores: Moved["after"];
  readonly definition: Definition;
  /** Whether the answer is to what was asked last. */
  readonly isLast: boolean;
};

function callersUnder(
  { pool, rivals, callers, newest: told }: CallsAnswer,
  { base: { leadIds }, scores, definition, isLast }: Under,
): Int16Array | null {
  const newest = countedNewest(criteriaOf(definition), { newest: told, isLast, size: leadIds.length });
  return pool && newest && callersOfRows({ pool, rivals, callers, leadIds }, { definition, scores, newest });
}

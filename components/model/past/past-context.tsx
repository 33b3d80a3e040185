"use client";

import { createContext, useContext, useMemo } from "react";
import { type Evidence, evidenceOf } from "#lib/backtest/evidence.ts";
import type { PreviewColumns } from "#lib/preview/base.ts";
import { matchedRows } from "#lib/preview/matched-rows.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fieldsOf } from "#lib/scoring/condition-tests.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import type { Held } from "../preview/preview-loader.ts";
import type { Past } from "./use-past.ts";

/** What rules are held against: the leads of the past, and those of today. Changes only when other columns come. */
export type Grounds = {
  readonly past: Past | null;
  readonly now: { readonly columns: PreviewColumns; readonly size: number; readonly scale: number } | null;
};

const GroundsContext = createContext<Grounds>({ past: null, now: null });

export const GroundsProvider = GroundsContext.Provider;

export function useGrounds(): Grounds {
  return useContext(GroundsContext);
}

/** The leads of today as a preview holds them, beside the past. */
export function useGroundsOf(held: Held | null, past: Past | null): Grounds {
  return useMemo(() => {
    if (held === null) return { past, now: null };
    const { looked, total, size } = held.base;
    return { past, now: { columns: held.columns, size, scale: looked === 0 ? 1 : total / looked } };
  }, [held, past]);
}

/** What is known of a rule; each part null as long as it is not. */
export type RuleFindings = {
  /** Leads of today that it matches, of all there are; null too without any lead, which tells nothing of a rule. */
  readonly matched: { readonly leads: number; readonly of: number } | null;
  /** null too where the past is too small to tell. */
  readonly evidence: Evidence | null;
  /** A field it rests on that seems to know the outcome. */
  readonly leak: string | null;
};

/** What the leads of today and of the past say of a rule. */
export function useRuleFindings(criterion: Criterion): RuleFindings {
  const { past, now } = useGrounds();
  const key = measureKey(criterion);
  const present = now?.columns.get(key);
  const before = past?.held.columns.get(key);
  const matched = useMemo(() => {
    if (!now || !present || now.size === 0) return null;
    const leads = matchedRows(present).reduce((count, one) => count + one, 0);
    return { leads: leads * now.scale, of: now.size * now.scale };
  }, [now, present]);
  const evidence = useMemo(
    () => (past?.isEnough && before ? evidenceOf(matchedRows(before), past.cases, past.known) : null),
    [past, before],
  );
  const leaks = past?.span.leaks ?? [];
  const fields = criterion.type === "attribute" ? fieldsOf(criterion.condition) : [];
  return { matched, evidence, leak: leaks.find(({ field }) => fields.includes(field))?.field ?? null };
}

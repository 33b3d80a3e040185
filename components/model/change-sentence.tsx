import type { ReactNode } from "react";
import type { Change } from "#lib/model/diff.ts";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import type { ModelWords } from "./words.ts";

/** One difference as a sentence: what was struck through, what is set in petrol. */
export function changeSentence(change: Change, words: ModelWords): ReactNode {
  const { t, label, number } = words;
  switch (change.type) {
    case "points":
      return points(change.before, change.after);
    case "half_life":
    case "maximum":
    case "cap":
    case "floor":
      return optional(change);
    case "idle_days":
      return say("idle_days", { ...named(), before: change.before, after: change.after });
    case "burst":
      return say("burst", {
        ...named(),
        before: t("diff.burstWords", change.before),
        after: t("diff.burstWords", change.after),
      });
    case "scope":
      return say("scope", { ...named(), before: t(`scope.${change.before}`), after: t(`scope.${change.after}`) });
    case "high_intent":
      return say(change.after ? "high_intent_on" : "high_intent_off", named());
    case "season":
      return say("season", { ...named(), before: season(change.before), after: season(change.after) });
    case "condition":
      return say("condition", {
        ...named(),
        before: words.condition(change.before),
        after: words.condition(change.after),
      });
    case "events":
      return say("events", { ...named(), before: words.selector(change.before), after: words.selector(change.after) });
    case "criterion_kind":
      return say("criterion_kind", {
        ...named(),
        before: t(`kind.${change.before}`),
        after: t(`kind.${change.after}`),
      });
    case "criterion_added":
    case "criterion_removed":
      return say(change.type, { ...named(), points: number(change.points), group: label(change.group) });
    case "criterion_moved":
      return say("criterion_moved", { ...named(), before: label(change.before), after: label(change.after) });
    case "criterion_renamed":
    case "group_renamed":
    case "name":
      return say(change.type, { before: label(change.before), after: label(change.after) });
    case "group_added":
    case "group_removed":
      return say(change.type, { ...named(), axis: t(`axes.${change.axis}`) });
    case "order":
      return t("diff.order");
    case "threshold":
      return say("threshold", {
        axis: t(`axes.${change.axis}`),
        band: change.band,
        ...amounts(change.before, change.after),
      });
    case "bands":
      return say("bands", { axis: t(`axes.${change.axis}`), before: change.before, after: change.after });
    case "play":
      return play(change);
    case "mix":
      return say("mix", { before: t("diff.mixWords", change.before), after: t("diff.mixWords", change.after) });
    case "qualifies":
      return say("qualifies", { before: qualifies(change.before), after: qualifies(change.after) });
    case "segment":
      return say("segment", {
        before: change.before ? words.condition(change.before) : t("segmentAll"),
        after: change.after ? words.condition(change.after) : t("segmentAll"),
      });
    case "stages":
      return say("stages", { before: stages(change.before), after: stages(change.after) });
    case "events_from":
      return say("events_from", {
        before: t(`eventsFrom.${change.before}`),
        after: t(`eventsFrom.${change.after}`),
      });
  }

  function say(key: string, values: Readonly<Record<string, string | number>>): ReactNode {
    return t.rich(`diff.${key}`, {
      ...values,
      was: (part) => <s className="text-ink-3">{part}</s>,
      now: (part) => <b className="font-semibold text-accent">{part}</b>,
    });
  }
  function named(): { name: string } {
    return { name: "label" in change ? label(change.label) : "" };
  }
  function amounts(before: number, after: number): { before: string; after: string } {
    return { before: number(before), after: number(after) };
  }
  function points(before: number, after: number): ReactNode {
    const key = pointsKey(before, after);
    const shown = key === "points_cost" ? amounts(-before, -after) : amounts(before, after);
    return say(key, { ...named(), ...shown });
  }
  /** Of a limit that comes or goes only one side is a number. */
  function optional({ type, before, after }: Extract<Change, { type: "half_life" | "maximum" | "cap" | "floor" }>) {
    if (before === null) return say(`${type}_set`, { ...named(), after: number(after ?? 0) });
    if (after === null) return say(`${type}_gone`, { ...named(), before: number(before) });
    return say(type, { ...named(), ...amounts(before, after) });
  }
  function play(changed: Extract<Change, { type: "play" }>): ReactNode {
    const { cell } = changed;
    switch (changed.part) {
      case "temperature":
        return say("play_temperature", {
          cell,
          before: words.temperature(changed.before),
          after: words.temperature(changed.after),
        });
      case "action":
        return say("play_action", { cell, before: words.action(changed.before), after: words.action(changed.after) });
      case "priority":
        return say("play_priority", { cell, before: changed.before, after: changed.after });
      case "slaMinutes":
        return say("play_sla", { cell, before: sla(changed.before), after: sla(changed.after) });
    }
  }
  function sla(minutes: number | null): string {
    return minutes === null ? t("noSla") : t("sla", { time: words.duration(minutes) });
  }
  function season(active: Criterion["active"]): string {
    if (active === null) return t("season.always");
    return t("season.words", { from: active.from ?? "…", until: active.until ?? "…" });
  }
  function qualifies(rule: Definition["qualifies"]): string {
    return "cells" in rule ? words.words(rule.cells) : t("qualifiesFrom", { points: number(rule.combinedAtLeast) });
  }
  function stages(list: Definition["stages"]): string {
    return list === null ? t("stagesAll") : words.words(list.map(words.stage));
  }
}

/** Points are earned or cost; where the sign turns, both are said as they are. */
function pointsKey(before: number, after: number): string {
  if (before >= 0 && after >= 0) return "points_earned";
  return before <= 0 && after <= 0 ? "points_cost" : "points_turned";
}

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { LeadWords } from "#components/lead/use-lead-words.ts";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import type { Trial } from "#lib/leads/try-lead.ts";

type Side = { readonly trial: Trial | null; readonly reason: string | null };
/** `published` is null before the first version, `draft` where nobody works on one. */
type Props = { published: Side | null; draft: Side | null; words: LeadWords };

const STILL_MS = 400;

/** The two scores side by side, or why there is none. A screen reader hears them, also of the next lead. */
export function TriedHead({ published, draft, words }: Props) {
  const t = useTranslations("model.try");
  const [said, setSaid] = useState("");
  const text = [sayScore(t("published"), published, words), sayScore(t("draft"), draft, words)].join(" ");
  useEffect(() => {
    // What stands there from the beginning is not heard.
    const timer = setTimeout(() => setSaid(text), STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2">
      <p role="status" className="sr-only">
        {said}
      </p>
      {published && <ScoreOf name={t("published")} side={published} words={words} />}
      {draft && <ScoreOf name={t("draft")} side={draft} words={words} isDraft />}
    </div>
  );
}

function sayScore(name: string, side: Side | null, words: LeadWords): string {
  if (side === null) return "";
  if (side.trial?.status !== "scored") return `${name}: ${side.reason ?? ""}`;
  const { combined, cell } = side.trial.breakdown;
  return `${name}: ${words.points(combined)}, ${cell}.`;
}

type ScoreProps = { name: string; side: Side; words: LeadWords; isDraft?: boolean };

function ScoreOf({ name, side: { trial, reason }, words, isDraft = false }: ScoreProps) {
  const t = useTranslations("model.try");
  const shell = useTranslations("shell");
  const breakdown = trial?.status === "scored" ? trial.breakdown : null;
  return (
    <div className="max-w-72">
      <p className="type-label">{name}</p>
      {breakdown ? (
        <p className="flex items-baseline gap-2">
          <span className={`type-figure text-[26px]/8 ${isDraft ? "text-accent" : ""}`}>
            {words.points(breakdown.combined)}
          </span>{" "}
          <b>{breakdown.cell}</b>{" "}
          <TemperatureLabel
            temperature={breakdown.play.temperature}
            word={shell(`temperature.${breakdown.play.temperature}`)}
          />
        </p>
      ) : (
        <p className="text-ink-2 text-small">{reason ?? t("noScore")}</p>
      )}
    </div>
  );
}

import { useTranslations } from "next-intl";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** The score of today with its cell and play, or why there is none. */
export function HeadScore({ view, words }: { view: LeadPageView; words: LeadWords }) {
  const t = useTranslations("lead.score");
  const shell = useTranslations("shell");
  const { profile, scoring } = view;
  const now = scoring?.now;
  const play = now && scoring.definition.plays[now.cell];
  if (!now) {
    return (
      <div>
        <p className="type-title">{profile.mayScore ? t("none") : t("objected")}</p>
        <p className="text-ink-2 text-small">{reason()}</p>
      </div>
    );
  }
  const text = words.points(now.combined);
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-5">
      <p className="type-figure text-[60px]/[60px] tracking-[-0.03em]">
        {text.slice(0, -3)}
        <span className="text-[30px] text-ink-3 tracking-[-0.01em]">{text.slice(-3)}</span>
      </p>
      <div>
        <p className="flex items-center gap-2">
          <b>{now.cell}</b>
          {play && <TemperatureLabel temperature={play.temperature} word={shell(`temperature.${play.temperature}`)} />}
        </p>
        {play && <p className="text-small">{shell(`action.${play.action}`)}</p>}
        <p className="text-ink-3 text-small">{t("knownFields", { known: now.knownFields, asked: now.askedFields })}</p>
      </div>
    </div>
  );

  function reason(): string {
    if (!profile.mayScore) return t("objectedWhy");
    if (!scoring) return t("notYet");
    if (scoring.lastScoredDay !== null) return t("noLonger", { day: words.longDay(scoring.lastScoredDay) });
    return t("noModel", { stage: shell(`stage.${profile.stage}`) });
  }
}

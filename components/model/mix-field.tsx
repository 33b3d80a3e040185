"use client";

import type { Definition } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { RuledNumber } from "./ruled-number.tsx";
import type { ModelWords } from "./words.ts";

type Mix = Definition["mix"];
type Props = { mix: Mix; published: Mix; problems: readonly Problem[]; words: ModelWords };

const SHARE = { min: 0, max: 100 };
/** Design section 3: demographic 30 against behaviour, engagement and intent together. */
const USUAL_MIX: Mix = { fit: 30, engagement: 70 };
const SUM: Mix = { fit: 100, engagement: 100 };

/** How the two axes make the combined score: shares of a mean, or simply added up. */
export function MixField({ mix, published, problems, words }: Props) {
  const { edit, settle } = useEditor();
  const { t } = words;
  const isSum = isSumMix(mix);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="type-label">{t("mixLabel")}</legend>
      {!isSum && (
        <div className="grid grid-cols-[minmax(0,1fr)_44px_16px] items-center gap-x-2 px-1 max-sm:grid-cols-[minmax(0,1fr)_64px_16px]">
          <span className="col-span-full text-small">
            {t.rich("mixSentence", { ...mix, b: (part) => <b>{part}</b> })}
          </span>
          <RuledNumber
            words={words}
            label={t("mixEngagement")}
            value={mix.engagement}
            published={published.engagement}
            scale={SHARE}
            limits={SHARE}
            isWhole
            isWrong={problems.length > 0}
            unit="percent"
            onChange={(engagement) =>
              edit({ type: "set_mix", mix: { fit: 100 - engagement, engagement } }, "mix.engagement")
            }
            onSettle={settle}
          />
          <span className="text-ink-3 text-small">%</span>
        </div>
      )}
      <label className="flex min-h-6 items-center gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={isSum}
          onChange={(event) =>
            edit({ type: "set_mix", mix: event.target.checked ? SUM : isSumMix(published) ? USUAL_MIX : published })
          }
          className="size-3.5 accent-accent"
        />
        {t("mixSum")}
      </label>
      <ProblemSentences problems={problems} words={words} />
    </fieldset>
  );
}

function isSumMix({ fit, engagement }: Mix): boolean {
  return fit === SUM.fit && engagement === SUM.engagement;
}

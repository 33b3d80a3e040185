"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { addressOf } from "#lib/model/address.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { type Answers, isAnswered } from "#lib/model/guide/answers.ts";
import type { GuidedDraft as Drafted } from "#lib/model/guide/draft-model.ts";
import type { FieldTraits } from "#lib/model/guide/traits.ts";
import type { ActionResult } from "#lib/result.ts";
import type { StartDraft } from "../start-model.tsx";
import { useModelWords } from "../words.ts";
import { badTraits, chosenTraits, type GuideChoices, NOTHING_CHOSEN, readPerWeek } from "./choices.ts";
import type { GuideFacts } from "./guide-facts.ts";
import { GuidedDraft } from "./guided-draft.tsx";
import { Question } from "./question.tsx";
import { SignalChoice } from "./signal-choice.tsx";
import { TraitChoice } from "./trait-choice.tsx";

type Props = {
  facts: GuideFacts;
  catalogue: ModelCatalogue;
  draft: (answers: Answers) => Promise<ActionResult<Drafted>>;
  start: StartDraft;
};

/** The questions of the workshop beside the organisation's own data; the answers become a draft that is looked at first. */
export function GuideForm({ facts, catalogue, draft, start }: Props) {
  const t = useTranslations("guide");
  const model = useTranslations("model");
  const reasons = useTranslations("reasons");
  const words = useModelWords(catalogue);
  const router = useRouter();
  const [choices, setChoices] = useState<GuideChoices>(NOTHING_CHOSEN);
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isUnderWay, startTransition] = useTransition();
  const bad = badTraits(facts.traits);
  const perWeek = readPerWeek(choices.perWeek);

  /** What was drafted is no longer what is answered. */
  function choose(changed: Partial<GuideChoices>) {
    setChoices({ ...choices, ...changed });
    setDrafted(null);
    setRefusal(null);
  }
  function show() {
    if (perWeek === undefined) return setRefusal(t("perWeekWrong"));
    const answers: Answers = {
      good: chosenTraits(choices.good, facts.traits),
      bad: chosenTraits(choices.bad, facts.traits),
      freeEmail: choices.freeEmail,
      students: choices.students,
      signals: Object.entries(choices.signals).map(([type, strength]) => ({ type, strength })),
      perWeek,
    };
    if (!isAnswered(answers)) return setRefusal(t("nothingChosen"));
    startTransition(async () => {
      const result = await answered(draft(answers));
      if (result === null) return;
      setDrafted(result.ok ? result.value : null);
      setRefusal(result.ok ? null : result.refusal.message);
    });
  }
  function make({ definition }: Drafted) {
    startTransition(async () => {
      const result = await answered(start({ modelId: null, definition }));
      if (result === null) return;
      if (result.ok) router.push(addressOf("/model", result.value.modelId));
      else setRefusal(result.refusal.message);
    });
  }
  /** null when the network or the server is away, which is said: the answers to the questions stay. */
  async function answered<T>(asked: Promise<T>): Promise<T | null> {
    const result = await asked.catch(() => null);
    if (result === null) setRefusal(model("noAnswer"));
    return result;
  }
  function renderTraits(list: readonly FieldTraits[], side: "good" | "bad") {
    if (list.length === 0) return <p className="text-ink-3">{t("noTraits")}</p>;
    return (
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {list.map((each) => (
          <TraitChoice
            key={each.field}
            of={each}
            words={words}
            chosen={choices[side][each.field] ?? []}
            onChange={(values) => choose({ [side]: { ...choices[side], [each.field]: values } })}
          />
        ))}
      </div>
    );
  }

  return (
    <div>
      <Question
        number={1}
        title={t("who.title")}
        text={t(facts.won === 0 ? "who.nobody" : "who.text", { ...facts.looked })}
      >
        {renderTraits(
          facts.traits.filter(({ field }) => field.startsWith("account.")),
          "good",
        )}
      </Question>
      <Question number={2} title={t("common.title")} text={t("common.text")}>
        {renderTraits(
          facts.traits.filter(({ field }) => !field.startsWith("account.")),
          "good",
        )}
      </Question>
      <Question number={3} title={t("bad.title")} text={t("bad.text")}>
        {facts.rejections.length > 0 && (
          <p className="max-w-[70ch] pb-3 text-ink-2">
            {t("rejections", {
              list: words.allOf(
                facts.rejections.map(
                  ({ reason, leads }) => `${reasons.has(reason) ? reasons(reason) : reason} (${words.number(leads)})`,
                ),
              ),
            })}
          </p>
        )}
        <div className="pb-3">
          {(["freeEmail", "students"] as const).map((key) => (
            <label key={key} className="flex min-h-7 cursor-pointer items-center gap-2 max-sm:min-h-11">
              <input
                type="checkbox"
                checked={choices[key]}
                onChange={(event) => choose({ [key]: event.target.checked })}
                className="size-3.5 accent-accent"
              />
              {t(`bad.${key}`)}
            </label>
          ))}
        </div>
        {bad.length > 0 && renderTraits(bad, "bad")}
      </Question>
      <Question number={4} title={t("did.title")} text={t(facts.signals.length === 0 ? "did.nothing" : "did.text")}>
        {facts.signals.length > 0 && (
          <SignalChoice
            signals={facts.signals}
            words={words}
            chosen={choices.signals}
            onChange={(type, strength) => {
              const { [type]: _, ...others } = choices.signals;
              choose({ signals: strength === null ? others : { ...others, [type]: strength } });
            }}
          />
        )}
      </Question>
      <Question
        number={5}
        title={t("take.title")}
        text={facts.arrivalsPerWeek === null ? t("take.unknown") : t("take.text", { arrivals: facts.arrivalsPerWeek })}
      >
        <div className="w-48">
          <TextField
            label={t("perWeek")}
            inputMode="numeric"
            value={choices.perWeek}
            error={perWeek === undefined ? t("perWeekWrong") : undefined}
            onChange={(event) => choose({ perWeek: event.target.value })}
          />
        </div>
      </Question>
      <section aria-labelledby="guided" className="border-rule-3 border-t pt-3">
        <h2 id="guided" className="type-title pb-2">
          {t("draft")}
        </h2>
        {drafted ? (
          <GuidedDraft drafted={drafted} words={words} isUnderWay={isUnderWay} onMake={() => make(drafted)} />
        ) : (
          <Button kind="act" disabled={isUnderWay} onClick={show}>
            {t(isUnderWay ? "showing" : "show")}
          </Button>
        )}
        {refusal && (
          <div className="pt-3">
            <Notice tone="refused">{refusal}</Notice>
          </div>
        )}
      </section>
    </div>
  );
}

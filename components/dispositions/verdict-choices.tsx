import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RejectionReason, Verdict } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { needsReason, type ReasonedVerdict, VERDICT_REASONS } from "#lib/lifecycle/verdict.ts";
import { NumberedChoices } from "./numbered-choices.tsx";
import { ReturnChoices } from "./return-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  offered: readonly Verdict[];
  onChoose: (outcome: Outcome, at: number) => void;
  onCancel: () => void;
};

type ReasonOf<Asked extends ReasonedVerdict> = (typeof VERDICT_REASONS)[Asked][number];

/** What a person decides that a lead is: the verdict, then its reason, then the day it is back. Escape goes one question back. */
export function VerdictChoices({ name, day, offered, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const [asked, ask] = useState<ReasonedVerdict | null>(null);
  const [reason, setReason] = useState<ReasonOf<"recycled"> | null>(null);
  if (reason !== null)
    return (
      <ReturnChoices
        name={name}
        day={day}
        onChoose={(until, at) => onChoose({ disposition: "recycled", reason, until }, at)}
        onCancel={() => setReason(null)}
      />
    );
  const back = () => ask(null);
  switch (asked) {
    case null:
      return (
        <NumberedChoices
          key="verdict"
          title={t("askVerdict", { name })}
          choices={offered.map((value) => ({
            value,
            label: t(`verdict.${value}`),
            detail: t(`verdictMeans.${value}`),
          }))}
          onChoose={(verdict, at) => (needsReason(verdict) ? ask(verdict) : onChoose({ disposition: verdict }, at))}
          onCancel={onCancel}
        />
      );
    case "recycled":
      return <Reasons verdict={asked} title={t("askWhy.recycled", { name })} onChoose={setReason} onCancel={back} />;
    case "disqualified":
      return (
        <Reasons
          verdict={asked}
          title={t("askWhy.disqualified", { name })}
          onChoose={(why, at) => onChoose({ disposition: "disqualified", reason: why }, at)}
          onCancel={back}
        />
      );
    case "lost":
      return (
        <Reasons
          verdict={asked}
          title={t("askWhy.lost", { name })}
          onChoose={(why, at) => onChoose({ disposition: "lost", reason: why }, at)}
          onCancel={back}
        />
      );
  }
}

type ReasonsProps<Asked extends ReasonedVerdict> = {
  verdict: Asked;
  title: string;
  onChoose: (reason: ReasonOf<Asked>, at: number) => void;
  onCancel: () => void;
};

function Reasons<Asked extends ReasonedVerdict>({ verdict, title, onChoose, onCancel }: ReasonsProps<Asked>) {
  const t = useTranslations("reasons");
  const say = (reason: RejectionReason) => t(reason);
  const offered: readonly ReasonOf<Asked>[] = VERDICT_REASONS[verdict];
  return (
    <NumberedChoices
      key={verdict}
      title={title}
      choices={offered.map((value) => ({ value, label: say(value), detail: "" }))}
      onChoose={onChoose}
      onCancel={onCancel}
    />
  );
}

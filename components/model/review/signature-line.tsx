"use client";

import { useTranslations } from "next-intl";
import { QUIET_BUTTON } from "#components/model/inline-control.ts";
import { useMoments } from "#components/model/moments.ts";
import type { Side, Signed } from "#lib/model/sign-off.ts";

type Props = {
  side: Side;
  signed: Signed;
  maySign: boolean;
  mayWithdraw: boolean;
  isBusy: boolean;
  onSign: () => void;
  onWithdraw: () => void;
};

/** A line to sign on: a name over a rule, or an empty one. */
export function SignatureLine({ side, signed, maySign, mayWithdraw, isBusy, onSign, onWithdraw }: Props) {
  const t = useTranslations("review.signOff");
  const { stamp } = useMoments();
  const sideName = t(`sides.${side}`);
  const isValid = signed.state === "valid";
  const act = t(signed.state === "void" ? "signAgain" : "sign");
  return (
    <div className="min-w-0">
      <div
        className={`flex h-[26px] items-baseline gap-2 border-b max-sm:h-11 ${isValid ? "border-ink" : "border-ink border-dashed"}`}
      >
        {signed.state !== "open" && (
          <span
            className={`min-w-0 truncate font-serif text-[18px]/[24px] italic ${isValid ? "" : "text-ink-3 line-through"}`}
          >
            {signed.signature.name}
          </span>
        )}
        {maySign && (
          <button
            type="button"
            disabled={isBusy}
            aria-label={t("signFor", { act, side: sideName })}
            onClick={onSign}
            className={`${QUIET_BUTTON} flex-none font-medium`}
          >
            {act}
          </button>
        )}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2 pt-0.5 text-ink-3 text-small">
        {caption()}
        {mayWithdraw && (
          <button
            type="button"
            disabled={isBusy}
            aria-label={t("withdrawFor", { side: sideName })}
            onClick={onWithdraw}
            className="flex-none text-accent underline-offset-4 hover:underline max-sm:min-h-11"
          >
            {t("withdraw")}
          </button>
        )}
      </p>
    </div>
  );

  function caption(): string {
    if (signed.state === "open") return t("open", { side: sideName });
    return t(isValid ? "signedAt" : "voidAt", { side: sideName, time: stamp(signed.signature.at) });
  }
}

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
  const signButton = maySign && (
    <button
      type="button"
      disabled={isBusy}
      aria-label={t("signFor", { act, side: sideName })}
      onClick={onSign}
      className={`${QUIET_BUTTON} flex-none font-medium`}
    >
      {act}
    </button>
  );
  return (
    <div className="min-w-0">
      <div
        className={`flex h-[26px] items-end gap-2 border-b max-sm:h-11 ${isValid ? "border-ink" : "border-ink border-dashed"}`}
      >
        {signed.state === "open" ? (
          signButton
        ) : (
          <span
            className={`min-w-0 truncate font-serif text-[18px]/[24px] italic ${isValid ? "" : "text-ink-3 line-through"}`}
          >
            {signed.signature.name}
          </span>
        )}
        {mayWithdraw && (
          <button
            type="button"
            disabled={isBusy}
            aria-label={t("withdrawFor", { side: sideName })}
            title={t("withdrawFor", { side: sideName })}
            onClick={onWithdraw}
            className="ml-auto flex size-6 flex-none items-center justify-center text-ink-2 hover:text-ink max-sm:size-11"
          >
            <svg viewBox="0 0 12 12" aria-hidden="true" className="size-2.5 stroke-current [stroke-width:1.25]">
              <path d="M1 1 11 11 M11 1 1 11" />
            </svg>
          </button>
        )}
      </div>
      <p className="narrow flex flex-wrap items-baseline gap-x-2 pt-0.5 text-ink-3 text-small">
        {caption()}
        {signed.state === "void" && signButton}
      </p>
    </div>
  );

  function caption(): string {
    if (signed.state === "open") return t("open", { side: sideName });
    return isValid
      ? t("signedAt", { side: sideName, time: stamp(signed.signature.at) })
      : t("void", { side: sideName });
  }
}

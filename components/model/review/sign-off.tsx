"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DiffProse } from "#components/model/diff-prose.tsx";
import { useMoments } from "#components/model/moments.ts";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { isSame } from "#lib/model/same.ts";
import { isSignedOff, SIDES, type Side, type Signature, sidesOf, sidesToSign, signOffOf } from "#lib/model/sign-off.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { useReview } from "./review-context.tsx";
import { SignatureLine } from "./signature-line.tsx";

/** Whether marketing and sales have both signed what is shown. */
export function useSignOff(definition: Definition, signatures: readonly Signature[]) {
  // The hash of the same content is the same; it need not be reckoned under a drag.
  return useMemo(
    () => signOffOf(signatures, (signature) => isSame(signature.definition, definition)),
    [definition, signatures],
  );
}

type Props = {
  definition: Definition;
  catalogue: ModelCatalogue;
  /** False while the draft could not be published anyway. */
  isReady: boolean;
  /** Publish, discard. */
  children?: ReactNode;
};

/** The two lines to sign on, the request for it, and what an edit did to them. */
export function SignOff({ definition, catalogue, isReady, children }: Props) {
  const t = useTranslations("review.signOff");
  const { signatures, asked, isRequired, reviewer, modelId, actions, flush } = useReview();
  const signOff = useSignOff(definition, signatures);
  const { send, isUnderWay, refusal } = useSend();
  if (!isRequired) return children;

  const mine = isReady ? sidesToSign(signOff, reviewer) : [];
  const isComplete = isSignedOff(signOff);
  const isOwn = (side: Side) => {
    const signed = signOff[side];
    return signed.state !== "open" && signed.signature.userId === reviewer.userId;
  };
  const isUntouched = !asked && SIDES.every((side) => signOff[side].state === "open");
  const isOneOfTwo =
    !isComplete &&
    sidesOf(reviewer.role).length > 1 &&
    SIDES.some((side) => signOff[side].state === "valid" && isOwn(side));
  // Who does not edit the draft came to sign it.
  const isAskedOfReader = !reviewer.mayAsk;
  function sign(side: Side) {
    send(
      async () => {
        const revision = await flush();
        return revision === null ? null : actions.sign({ modelId, revision, side });
      },
      { whyNot: t("notSaved") },
    );
  }

  return (
    <section aria-label={t("title")} className="flex w-full flex-col gap-2">
      <div className="grid grid-cols-2 gap-x-3 max-sm:grid-cols-1 max-sm:gap-y-2">
        {SIDES.map((side) => (
          <SignatureLine
            key={side}
            side={side}
            signed={signOff[side]}
            maySign={!isAskedOfReader && mine.includes(side)}
            mayWithdraw={signOff[side].state === "valid" && isOwn(side)}
            isBusy={isUnderWay}
            onSign={() => sign(side)}
            onWithdraw={() => send(() => actions.withdraw({ modelId, side }))}
          />
        ))}
      </div>
      {SIDES.map((side) => {
        const signed = signOff[side];
        return (
          signed.state === "void" && (
            <SinceSigned key={side} signature={signed.signature} definition={definition} catalogue={catalogue} />
          )
        );
      })}
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {reviewer.mayAsk && !asked && !isComplete && (
          <Button
            kind="act"
            disabled={isUnderWay || !isReady}
            onClick={() => send(() => actions.ask({ modelId, isAsked: true }))}
          >
            {t("request")}
          </Button>
        )}
        {isAskedOfReader &&
          mine.map((side) => (
            <Button key={side} kind="act" disabled={isUnderWay} onClick={() => sign(side)}>
              {t("signFor", { act: t("sign"), side: t(`sides.${side}`) })}
            </Button>
          ))}
        {children}
      </div>
      <p role="status" className="text-ink-3 text-small empty:hidden">
        {isComplete && t("complete")}
        {isOneOfTwo && t("youSigned")}
        {isUntouched && (
          <>
            {t("needsBoth")}{" "}
            {reviewer.mayManage && (
              <Link href="/settings#sign-off" className="text-accent underline underline-offset-4">
                {t("settings")}
              </Link>
            )}
          </>
        )}
      </p>
      {asked && !isComplete && <Asked at={asked.at} by={asked.by} isBusy={isUnderWay} onWithdraw={withdrawRequest} />}
      {refusal && (
        <p role="alert" className="font-medium text-hot text-small">
          {refusal}
        </p>
      )}
    </section>
  );

  function withdrawRequest() {
    send(() => actions.ask({ modelId, isAsked: false }));
  }
}

type AskedProps = { at: string; by: string | null; isBusy: boolean; onWithdraw: () => void };

function Asked({ at, by, isBusy, onWithdraw }: AskedProps) {
  const t = useTranslations("review");
  const { stamp } = useMoments();
  const { reviewer } = useReview();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-ink-2 text-small">
      {t("signOff.requested", { time: stamp(at), name: by ?? t("comments.somebody") })}
      {reviewer.mayAsk && (
        <button
          type="button"
          disabled={isBusy}
          onClick={onWithdraw}
          aria-label={t("signOff.requestWithdraw")}
          className="text-accent underline-offset-4 hover:underline max-sm:min-h-11"
        >
          {t("signOff.withdraw")}
        </button>
      )}
    </p>
  );
}

type SinceProps = { signature: Signature; definition: Definition; catalogue: ModelCatalogue };

/** What changed since somebody signed, and so made the signature void. */
function SinceSigned({ signature, definition, catalogue }: SinceProps) {
  const t = useTranslations("review.signOff");
  const { stamp } = useMoments();
  const changes = useMemo(() => compareDefinitions(signature.definition, definition), [signature, definition]);
  return (
    <details>
      <summary className="narrow text-ink-2 text-small max-sm:min-h-11 max-sm:content-center">
        {t("sinceSigned", { count: changes.length, name: signature.name, time: stamp(signature.at) })}
      </summary>
      <DiffProse changes={changes} catalogue={catalogue} shown={4} />
      <p className="pt-1 text-ink-3 text-small">{t("hashHint")}</p>
    </details>
  );
}

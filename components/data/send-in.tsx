"use client";

import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportRefusal } from "#lib/import/refusal.ts";
import type { ImportReport } from "#lib/import/report.ts";
import type { ImportView } from "#lib/import/view.ts";
import type { ActionResult } from "#lib/result.ts";
import { DiscardButton } from "./discard-button.tsx";
import type { ImportActions } from "./import-actions.ts";
import { Ledger } from "./ledger.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { Remarks } from "./remarks.tsx";
import { useImportWords } from "./use-import-words.ts";

type Props = {
  view: ImportView;
  isTrying: boolean;
  isUnreachable: boolean;
  /** Of the dry run with the mapping as it stands; null: not tried yet. */
  result: ImportReport | null;
  /** Why nothing could be imported with the mapping as it stands. */
  refusal: ImportRefusal | null;
  /** Why the mapping could not be kept. */
  problem: string | null;
  settle: () => Promise<boolean>;
  actions: ImportActions;
  onTried: () => void;
  onChange: () => Promise<void>;
};

/** Try it, then let it in; what the try found stands between. */
export function SendIn({ view, isTrying, isUnreachable, result, refusal, problem, ...props }: Props) {
  const { t, finding, refusal: refusalSentence } = useImportWords();
  const { send, isUnderWay, refusal: said } = useSend();
  const { importId } = view;
  const { tryOut, start, cancel, discard } = props.actions;
  const isBlocked = refusal !== null || isUnderWay || isTrying;
  const failure = view.isDryRun && view.status === "failed" ? view.failure : null;

  function act(action: (input: { importId: number }) => Promise<ActionResult<null>>, then?: () => void) {
    const settleAndAct = async () => {
      if (!(await props.settle())) return null;
      const answer = await action({ importId });
      if (answer.ok) then?.();
      await props.onChange();
      return answer;
    };
    // What keeps the mapping from being kept is said beside it.
    send(settleAndAct, { whyNot: null });
  }

  return (
    <aside
      aria-label={t("send.label")}
      className="flex flex-col gap-4 self-start max-xl:border-rule-3 max-xl:border-b max-xl:pb-4 xl:sticky xl:col-start-2 xl:row-start-1 xl:top-14 xl:border-rule xl:border-l xl:pl-6"
    >
      <div aria-live="polite" className="flex flex-col gap-2">
        <h2 className="type-name">{heading()}</h2>
        {!result && !isTrying && <p className="type-prose text-ink-2">{t("send.text")}</p>}
      </div>
      {isTrying && (
        <div>
          <ProgressLine view={view} label={t("send.trying")} />
          <p className="text-ink-3">{t("progress.rows", { count: view.recordsRead })}</p>
        </div>
      )}
      {refusal && <Notice tone="refused">{refusalSentence(refusal)}</Notice>}
      {failure && !refusal && <Notice tone="refused">{refusalSentence(failure)}</Notice>}
      {(problem ?? said) && <Notice tone="refused">{problem ?? said}</Notice>}
      {isUnreachable && <Notice tone="refused">{t("unreachable")}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        {isTrying ? (
          <Button disabled={isUnderWay} onClick={() => act(cancel)}>
            {t("send.stop")}
          </Button>
        ) : (
          <>
            <Button kind={result ? "plain" : "act"} disabled={isBlocked} onClick={() => act(tryOut, props.onTried)}>
              {t(result ? "send.tryAgain" : "send.try")}
            </Button>
            <Button kind={result ? "act" : "plain"} disabled={isBlocked} onClick={() => act(start)}>
              {t("send.start")}
            </Button>
          </>
        )}
        <DiscardButton importId={importId} disabled={isTrying || isUnderWay} discard={discard} />
      </div>
      {result && (
        <>
          <Ledger kind={view.kind} report={result} />
          <p>
            <a
              href={result.counts.rejected > 0 ? "#rejected" : "#sample"}
              className="font-medium text-accent underline-offset-4 hover:underline"
            >
              {t(result.counts.rejected > 0 ? "send.seeRejected" : "send.seeSample")}
            </a>
          </p>
          <Remarks report={result} />
        </>
      )}
    </aside>
  );

  function heading(): string {
    if (isTrying) return t(view.status === "queued" ? "send.waiting" : "send.trying");
    return result ? finding(view) : t("send.title");
  }
}

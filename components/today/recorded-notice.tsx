import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { TodayNotice } from "./use-acts.ts";

/** Long enough to read twice; what it offers stays possible by key and among the done. */
const SHOWN_MS = 10_000;

type Props = { notice: TodayNotice | null; onUndo: () => void; onDismiss: () => void };

/** Says what was done and offers to take it back; a refusal stays until it is put away. */
export function RecordedNotice({ notice, onUndo, onDismiss }: Props) {
  const t = useTranslations("today.notice");
  const dismiss = useEffectEvent(onDismiss);
  useEffect(() => {
    if (!notice || notice.kind === "refused") return;
    const timer = setTimeout(() => dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-[76px] z-20 flex justify-center xl:right-[428px] xl:bottom-4">
      <div role="status">{notice && notice.kind !== "refused" && said(notice)}</div>
      <div role="alert">{notice?.kind === "refused" && <Refusal notice={notice} onDismiss={onDismiss} />}</div>
    </div>
  );

  function said(done: Exclude<TodayNotice, { kind: "refused" }>) {
    return (
      <Strip text={<Said notice={done} />}>
        {"touch" in done ? (
          <button type="button" onClick={onUndo} className={ACT}>
            {t("undo")} <Kbd>U</Kbd>
          </button>
        ) : (
          <Dismiss onDismiss={onDismiss} />
        )}
      </Strip>
    );
  }
}

function Said({ notice }: { notice: Exclude<TodayNotice, { kind: "refused" }> }) {
  const t = useTranslations("today.notice");
  const dispositions = useTranslations("dispositions.done");
  const name = notice.row.name ?? t("thisLead");
  if (notice.kind !== "recorded") return t(notice.kind, { name });
  const { disposition } = notice.touch;
  return disposition && t("recorded", { name, outcome: dispositions(disposition) });
}

type Refused = Extract<TodayNotice, { kind: "refused" }>;

function Refusal({ notice: { row, refusal }, onDismiss }: { notice: Refused; onDismiss: () => void }) {
  const t = useTranslations("today.notice");
  const message = refusal?.message ?? t("unreachable");
  return (
    <Strip text={t("refused", { name: row.name ?? t("thisLead"), message })}>
      {refusal?.code === "unauthenticated" && (
        <a href="/sign-in?callbackUrl=%2Ftoday" className={ACT}>
          {t("signIn")}
        </a>
      )}
      <Dismiss onDismiss={onDismiss} />
    </Strip>
  );
}

const ACT = "inline-flex h-9 items-center gap-2 whitespace-nowrap font-semibold underline-offset-4 hover:underline";

function Dismiss({ onDismiss }: { onDismiss: () => void }) {
  return (
    <button type="button" onClick={onDismiss} className={ACT}>
      {useTranslations("today.notice")("dismiss")}
    </button>
  );
}

function Strip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className="pointer-events-auto flex min-h-11 items-center gap-4 rounded-sm bg-ink px-4 py-1 text-paper [&_:focus-visible]:outline-paper [&_kbd]:border-current [&_kbd]:text-paper">
      <p>{text}</p>
      {children}
    </div>
  );
}

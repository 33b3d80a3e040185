import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { TodayNotice } from "./use-outcomes.ts";

/** Long enough to read twice; what it offers stays possible by key and among the done. */
const SHOWN_MS = 10_000;

type Props = { notice: TodayNotice | null; onUndo: () => void; onDismiss: () => void };

/** Says what was recorded and offers to take it back; a refusal stays until it is put away. */
export function RecordedNotice({ notice, onUndo, onDismiss }: Props) {
  const t = useTranslations("today.notice");
  const dispositions = useTranslations("dispositions.done");
  const dismiss = useEffectEvent(onDismiss);
  useEffect(() => {
    if (!notice || notice.kind === "refused") return;
    const timer = setTimeout(() => dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const name = notice?.row.name ?? t("thisLead");
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-[76px] z-20 flex justify-center xl:right-[428px] xl:bottom-4">
      <div role="status">
        {notice?.kind === "recorded" && notice.touch.disposition && (
          <Strip text={t("recorded", { name, outcome: dispositions(notice.touch.disposition) })} onAct={onUndo}>
            {t("undo")} <Kbd>U</Kbd>
          </Strip>
        )}
        {notice?.kind === "undone" && (
          <Strip text={t("undone", { name })} onAct={onDismiss}>
            {t("dismiss")}
          </Strip>
        )}
      </div>
      <div role="alert">
        {notice?.kind === "refused" && (
          <Strip text={t("refused", { name, message: notice.message ?? t("unreachable") })} onAct={onDismiss}>
            {t("dismiss")}
          </Strip>
        )}
      </div>
    </div>
  );
}

function Strip({ text, onAct, children }: { text: string; onAct: () => void; children: ReactNode }) {
  return (
    <div className="pointer-events-auto flex min-h-11 items-center gap-4 rounded-sm bg-ink px-4 py-1 text-paper [&_:focus-visible]:outline-paper [&_kbd]:border-current [&_kbd]:text-paper">
      <p>{text}</p>
      <button
        type="button"
        onClick={onAct}
        className="inline-flex h-9 items-center gap-2 whitespace-nowrap font-semibold underline-offset-4 hover:underline"
      >
        {children}
      </button>
    </div>
  );
}

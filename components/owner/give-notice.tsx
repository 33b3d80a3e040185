import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import type { LeadToGive } from "./give-actions.ts";

/** What is said of the last lead that was given to a colleague. */
export type GiveSaid =
  | {
      readonly kind: "done";
      readonly lead: LeadToGive;
      readonly to: string;
      readonly changeId: number;
      /** Whether taking it back found no server. */
      readonly isUnreachable: boolean;
    }
  | { readonly kind: "undone"; readonly name: string }
  | { readonly kind: "refused"; readonly message: string };

/** Long enough to read twice and change one's mind. */
const SHOWN_MS = 20_000;

type Props = { said: GiveSaid | null; onUndo: () => void; onDismiss: () => void };

/** Says whose the lead is now, and offers to take it back; stays wherever the reader goes meanwhile. */
export function GiveNotice({ said, onUndo, onDismiss }: Props) {
  const t = useTranslations("owner");
  const dismiss = useEffectEvent(onDismiss);
  useEffect(() => {
    if (said === null || said.kind === "refused") return;
    const timer = setTimeout(() => dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-[76px] z-30 flex justify-center xl:bottom-4">
      <div role="status">
        {said?.kind === "done" && (
          <Strip text={t(said.isUnreachable ? "undoUnreachable" : "done", { name: said.lead.name, to: said.to })}>
            <Act onAct={onUndo}>{t("undo")}</Act>
          </Strip>
        )}
        {said?.kind === "undone" && (
          <Strip text={t("undone", { name: said.name })}>
            <Act onAct={onDismiss}>{t("dismiss")}</Act>
          </Strip>
        )}
      </div>
      <div role="alert">
        {said?.kind === "refused" && (
          <Strip text={said.message}>
            <Act onAct={onDismiss}>{t("dismiss")}</Act>
          </Strip>
        )}
      </div>
    </div>
  );
}

function Strip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="pointer-events-auto flex min-h-11 items-center gap-4 rounded-sm bg-ink px-4 py-1 text-paper [&_:focus-visible]:outline-paper">
      <p>{text}</p>
      {children}
    </div>
  );
}

function Act({ onAct, children }: { onAct: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onAct}
      className="min-h-11 whitespace-nowrap font-semibold underline-offset-4 hover:underline"
    >
      {children}
    </button>
  );
}

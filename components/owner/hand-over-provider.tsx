"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { HandOverActions, LeadToHandOver } from "./hand-over-actions.ts";
import { HandOverNotice, type HandOverSaid } from "./hand-over-notice.tsx";

type HandingOver = {
  /** Gives the sentence when it was refused, null when it is done. */
  readonly handOver: (input: {
    lead: LeadToHandOver;
    to: { readonly userId: number; readonly name: string };
    note: string;
  }) => Promise<string | null>;
  /** Takes the last one back; null when there is none. */
  readonly undo: (() => void) | null;
};

const HandOverContext = createContext<HandingOver | null>(null);

type Props = { actions: HandOverActions; children: ReactNode };

/** Hands leads over and keeps what can be taken back: the page of a lead that is a colleague's now is gone by then. */
export function HandOverProvider({ actions, children }: Props) {
  const t = useTranslations("owner");
  const router = useRouter();
  const [said, say] = useState<HandOverSaid | null>(null);
  const isBusy = useRef(false);

  const handing = useMemo((): HandingOver => {
    async function undo(done: Extract<HandOverSaid, { kind: "done" }>) {
      if (isBusy.current) return;
      isBusy.current = true;
      const { leadId, name } = done.lead;
      const result = await actions.undo({ leadId, changeId: done.changeId }).catch(() => null);
      isBusy.current = false;
      // Without an answer it can be tried again.
      if (result === null) return say({ ...done, isUnreachable: true });
      say(result.ok ? { kind: "undone", name } : { kind: "refused", message: result.refusal.message });
      router.refresh();
    }
    return {
      async handOver({ lead, to, note }) {
        const result = await actions.handOver({ leadId: lead.leadId, toUserId: to.userId, note }).catch(() => null);
        if (result === null) return t("unreachable");
        if (!result.ok) return result.refusal.message;
        say({ kind: "done", lead, to: to.name, changeId: result.value.changeId, isUnreachable: false });
        return null;
      },
      undo: said?.kind === "done" ? () => void undo(said) : null,
    };
  }, [actions, router, said, t]);

  return (
    <HandOverContext value={handing}>
      {children}
      <HandOverNotice said={said} onUndo={() => handing.undo?.()} onDismiss={() => say(null)} />
    </HandOverContext>
  );
}

export function useHandOver(): HandingOver {
  const handing = useContext(HandOverContext);
  if (!handing) throw new Error("Leads are handed over inside the provider.");
  return handing;
}

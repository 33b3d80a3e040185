"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { GiveActions, LeadToGive } from "./give-actions.ts";
import { GiveNotice, type GiveSaid } from "./give-notice.tsx";

type Giving = {
  /** Gives the sentence when it was refused, null when it is done. */
  readonly giveLead: (input: {
    lead: LeadToGive;
    to: { readonly userId: number; readonly name: string };
    note: string;
  }) => Promise<string | null>;
  /** Takes the last one back; null when there is none. */
  readonly undo: (() => void) | null;
};

const GiveContext = createContext<Giving | null>(null);

type Props = { actions: GiveActions; children: ReactNode };

/** Gives leads to colleagues and keeps what can be taken back: the page of a lead that is a colleague's now is gone by then. */
export function GiveProvider({ actions, children }: Props) {
  const t = useTranslations("owner");
  const router = useRouter();
  const [said, say] = useState<GiveSaid | null>(null);
  const isBusy = useRef(false);

  const giving = useMemo((): Giving => {
    async function undo(done: Extract<GiveSaid, { kind: "done" }>) {
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
      async giveLead({ lead, to, note }) {
        const result = await actions.giveLead({ leadId: lead.leadId, toUserId: to.userId, note }).catch(() => null);
        if (result === null) return t("unreachable");
        if (!result.ok) return result.refusal.message;
        say({ kind: "done", lead, to: to.name, changeId: result.value.changeId, isUnreachable: false });
        return null;
      },
      undo: said?.kind === "done" ? () => void undo(said) : null,
    };
  }, [actions, router, said, t]);

  return (
    <GiveContext value={giving}>
      {children}
      <GiveNotice said={said} onUndo={() => giving.undo?.()} onDismiss={() => say(null)} />
    </GiveContext>
  );
}

export function useGiving(): Giving {
  const giving = useContext(GiveContext);
  if (!giving) throw new Error("Leads are given inside the provider.");
  return giving;
}

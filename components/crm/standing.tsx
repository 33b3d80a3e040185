"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { useWhen } from "#components/shell/use-when.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CrmSystem } from "#lib/crm/door.ts";
import type { ListedRun } from "#lib/crm/run.ts";
import type { ActionResult } from "#lib/result.ts";
import { type Connect, ConnectForm } from "./connect-form.tsx";

type Nothing = Record<string, never>;
type Act = (input: Nothing) => Promise<ActionResult<null>>;

/** Instants in epoch milliseconds. */
type Props = {
  system: CrmSystem;
  accountName: string;
  connectedAt: number;
  nextAt: number | null;
  newest: ListedRun | null;
  now: number;
  connect: Connect;
  exchange: Act;
  disconnect: Act;
};

const LOOK_MS = 2_000;

/** With which account leads are exchanged, and the ways to do it now or never again. */
export function Standing({ system, accountName, connectedAt, nextAt, newest, now, ...acts }: Props) {
  const t = useTranslations("crm");
  const when = useWhen(now);
  const { send, isUnderWay, refusal } = useSend();
  const [askedAfter, setAskedAfter] = useState<number | null>(null);
  const isRunning = newest !== null && newest.finishedAt === null;
  const isAwaited = askedAfter !== null && (newest?.runId ?? 0) <= askedAfter;
  // The first one begins by itself, and so does one after what is exchanged was changed.
  const isDue = nextAt !== null && (newest === null || nextAt <= now);
  useLookAgain(isRunning || isAwaited || isDue);
  return (
    <>
      <p className="mt-3 [overflow-wrap:anywhere]">
        {t("standing.account", { system: t(`systems.${system}`), account: accountName })}
      </p>
      <p className="text-ink-3 text-small">
        {t("standing.since", { date: when(connectedAt) })}.{" "}
        {nextAt === null ? (
          <span className="font-medium text-hot">{t("standing.waits")}.</span>
        ) : (
          `${t("standing.next", { time: when(Math.max(nextAt, now)) })}.`
        )}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button
          aria-disabled={isUnderWay}
          onClick={() => send(() => acts.exchange({}), { onDone: () => setAskedAfter(newest?.runId ?? 0) })}
        >
          {t("standing.now")}
        </Button>
        <NewTokenDialog system={system} connect={acts.connect} />
        <AskFirst
          label={t("standing.disconnect")}
          title={t("standing.disconnect")}
          confirm={t("standing.disconnectSure")}
          cancel={t("standing.keep")}
          onConfirm={() => send(() => acts.disconnect({}))}
        >
          {t("standing.sure")}
        </AskFirst>
      </div>
      <div className="mt-3 empty:hidden">
        {refusal && <Notice tone="refused">{refusal}</Notice>}
        {!refusal && isAwaited && <Notice tone="done">{t("standing.asked")}</Notice>}
      </div>
    </>
  );
}

/** Reads the page again while something is under way. */
function useLookAgain(isUnderWay: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => router.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, router]);
}

function NewTokenDialog({ system, connect }: { system: CrmSystem; connect: Connect }) {
  const t = useTranslations("crm.standing");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("newToken")}
      closeLabel={t("keep")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button kind="quiet">{t("newToken")}</Button>}
    >
      <ConnectForm system={system} connect={connect} isAgain onDone={() => setOpen(false)} />
    </Dialog>
  );
}

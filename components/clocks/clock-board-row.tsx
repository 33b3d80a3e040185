import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useGiving } from "#components/owner/give-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { type FreeRep, suggestRep, type WatchedClock } from "#lib/sla/board.ts";
import { ClockTime } from "./clock-time.tsx";

type Props = {
  watched: WatchedClock;
  reps: readonly FreeRep[];
  readAt: number;
};

/** A lead whose clock runs, with the one click that gives it to who can call now. */
export function ClockBoardRow({ watched, reps, readAt }: Props) {
  const t = useTranslations("clocks.board");
  const { giveLead } = useGiving();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { clock, company, cell, owner } = watched;
  const name = watched.name ?? t("unnamed", { id: clock.leadId });
  const suggested = suggestRep(watched, reps);
  const others = reps.filter(({ userId }) => userId !== owner?.userId && userId !== suggested?.userId);

  async function give(to: FreeRep) {
    setBusy(true);
    setRefused(await giveLead({ lead: { leadId: clock.leadId, name }, to, note: "" }));
    setBusy(false);
  }

  return (
    <li aria-busy={isBusy} className="border-rule border-b py-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_112px] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_112px_auto]">
        <div className="min-w-0">
          <Link
            href={`/leads/${clock.leadId}`}
            className="block truncate font-semibold underline-offset-4 hover:underline"
          >
            {name}
          </Link>
          <p className="row-second">{[cell, company].filter(Boolean).join(", ")}</p>
        </div>
        <div className="min-w-0 max-sm:order-1 max-sm:flex max-sm:items-baseline max-sm:gap-2">
          <p className={`truncate ${owner ? "" : "font-semibold text-hot"}`}>{owner?.name ?? t("nobody")}</p>
          <p className="row-second">{owner && !owner.isAtWork ? t("away") : ""}</p>
        </div>
        <div className="min-w-0">
          <ClockTime clock={clock} readAt={readAt} />
        </div>
        <div className="order-2 flex items-center gap-3 max-sm:col-span-2 sm:justify-end">
          {suggested && (
            <Button aria-disabled={isBusy} onClick={() => !isBusy && void give(suggested)}>
              {t("give", { name: suggested.name })}
            </Button>
          )}
          {others.length > 0 && (
            <Select
              label={t("giveOther", { name })}
              isLabelHidden
              placeholder={t("other")}
              value={null}
              disabled={isBusy}
              choices={others.map(({ userId, name: other }) => ({ value: String(userId), label: other }))}
              onChange={(userId) => {
                const to = others.find((rep) => String(rep.userId) === userId);
                if (to) void give(to);
              }}
            />
          )}
        </div>
      </div>
      {refused && (
        <p role="alert" className="text-hot text-small">
          {refused}
        </p>
      )}
    </li>
  );
}

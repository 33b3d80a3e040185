import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { CallRow } from "#lib/call-list/view.ts";

type Props = { newcomers: readonly CallRow[]; onShow: () => void; onSeen: () => void };

/** Says who came in above the part of the list that is in sight, until that comes into sight. */
export function NewcomersHint({ newcomers, onShow, onSeen }: Props) {
  const t = useTranslations("today");
  const first = newcomers[0];
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    const row = first && document.querySelector(`[data-lead="${first.leadId}"]`);
    if (!row) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, [first]);
  return (
    <div role="status" className="sticky top-11 z-10 flex h-0 justify-center xl:top-0">
      {first && (
        <button
          type="button"
          onClick={onShow}
          className="mt-1 inline-flex h-8 max-w-full items-center gap-2 whitespace-nowrap rounded-sm border border-rule-3 bg-sheet px-3 text-small hover:bg-paper-3"
        >
          <span className="truncate">
            <span aria-hidden="true">↑ </span>
            {t.rich("newcomers", {
              name: first.name ?? t("unnamed", { id: first.leadId }),
              more: newcomers.length - 1,
              b: (chunks) => <b>{chunks}</b>,
            })}
          </span>
          <Kbd>V</Kbd>
        </button>
      )}
    </div>
  );
}

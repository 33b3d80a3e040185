"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { storeTrail, useTrail } from "#components/leads/trail-storage.ts";
import { selectedAddress } from "#components/leads/use-selected-lead.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { placeOnTrail } from "#lib/leads/list-trail.ts";

const STEP = "inline-flex min-h-6 items-center gap-1 underline-offset-4 hover:text-ink hover:underline";

/** Where this lead stands on the list it was opened from, and the keys that walk that list from here. */
export function ListLine({ leadId }: { leadId: number }) {
  const t = useTranslations("lead.trail");
  const router = useRouter();
  const trail = useTrail();
  const found = trail && placeOnTrail(trail, leadId);

  const walk = (to: number) => trail && storeTrail({ ...trail, currentId: to });
  function goTo(to: number | null | undefined) {
    if (to == null) return;
    walk(to);
    router.replace(`/leads/${to}`);
  }
  function goBack() {
    if (!trail || !found || (trail.openedId === leadId && isBefore(trail.address))) router.back();
    else {
      storeTrail({ ...trail, openedId: leadId });
      router.replace(selectedAddress(trail.address, leadId));
    }
  }

  usePageKeys((event) => {
    if (event.defaultPrevented || event.repeat || isTyping(event.target) || isInPopup(event.target)) return false;
    // A popup or a question of the page has its own Escape.
    if (document.querySelector("[role='dialog'], [role='menu'], [role='listbox'], [data-asks]")) return false;
    if (event.key === "Escape") goBack();
    else if (event.key.toLowerCase() === "j") goTo(found?.next);
    else if (event.key.toLowerCase() === "k") goTo(found?.previous);
    else return false;
    return true;
  });

  if (!trail || !found) return null;
  const { place, next } = found;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-baseline gap-x-3 text-ink-2 text-small">
      <span>
        {trail.total === null
          ? t(`${trail.list}Uncounted`, { place })
          : t(trail.list, { place, total: Math.max(trail.total, place) })}
      </span>
      {next !== null && (
        <Link href={`/leads/${next}`} replace onClick={() => walk(next)} className={STEP}>
          <Kbd>J</Kbd> {t("next")}
        </Link>
      )}
      <button type="button" onClick={goBack} className={STEP}>
        <Kbd>Esc</Kbd> {t("back")}
      </button>
    </nav>
  );
}

/** Whether one step back leads to this address, whatever was selected there; unknown means no. */
function isBefore(address: string): boolean {
  if (!("navigation" in window)) return false;
  const { currentEntry } = window.navigation;
  const before = window.navigation.entries()[(currentEntry?.index ?? 0) - 1]?.url;
  if (!before) return false;
  const url = new URL(before);
  const other = new URL(address, url);
  url.searchParams.delete("lead");
  return url.pathname === other.pathname && String(url.searchParams) === String(other.searchParams);
}

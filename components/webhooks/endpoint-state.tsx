import { useTranslations } from "next-intl";
import type { EndpointState as State } from "#lib/webhooks/delivery-state.ts";

/** How it stands with an endpoint, in a word. */
export function EndpointState({ state, isFailing }: { state: State; isFailing: boolean }) {
  const t = useTranslations("webhooks.states");
  if (state === "off") return <p className="text-ink-3">{t("off")}</p>;
  if (state === "paused") return <p className="font-medium text-hot">{t("paused")}</p>;
  return <p className={isFailing ? "font-medium text-hot" : ""}>{t(isFailing ? "failing" : "on")}</p>;
}

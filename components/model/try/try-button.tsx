"use client";

import { useTranslations } from "next-intl";
import { QUIET_BUTTON } from "../inline-control.ts";
import { TRY_ID, useTriedLeadId } from "./tried-param.ts";

/** Shows a lead under the draft, and goes there. */
export function TryButton({ leadId, name }: { leadId: number; name: string }) {
  const t = useTranslations("model.try");
  const [tried, setTried] = useTriedLeadId();
  return (
    <button
      type="button"
      aria-label={t("tryNamed", { name })}
      aria-pressed={tried === leadId}
      onClick={() => {
        void setTried(leadId);
        const section = document.getElementById(TRY_ID);
        section?.scrollIntoView({ block: "nearest" });
        section?.focus({ preventScroll: true });
      }}
      className={`${QUIET_BUTTON} aria-pressed:font-semibold`}
    >
      {t("try")}
    </button>
  );
}

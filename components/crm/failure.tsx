import { useTranslations } from "next-intl";
import type { CrmFailureReason } from "#lib/crm/crm-error.ts";

/** Why a CRM did not do what was asked, with its own words where it said any. */
export function Failure({ reason, detail }: { reason: CrmFailureReason; detail: string | null }) {
  const t = useTranslations("crm.failures");
  return (
    <>
      <span className="block">{t(reason)}</span>
      {detail && <span className="block text-ink-2 text-small [overflow-wrap:anywhere]">{t("said", { detail })}</span>}
    </>
  );
}

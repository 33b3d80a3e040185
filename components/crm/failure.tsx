import { useTranslations } from "next-intl";
import type { CrmFailureReason } from "#lib/crm/crm-error.ts";

type Props = {
  reason: CrmFailureReason;
  detail: string | null;
  /** Whether a person tried something, which nobody but that person tries again. */
  isTrial?: boolean;
};

/** Nothing that could be read came back: the detail is of this machine. */
const UNSAID: readonly CrmFailureReason[] = ["unreachable", "odd", "sealed"];
const PASSING = ["paced", "used_up", "unreachable", "failing"] as const;

/** Why a CRM did not do what was asked and what helps, with its own words where it said any. */
export function Failure({ reason, detail, isTrial = false }: Props) {
  const t = useTranslations("crm.failures");
  const tried = isTrial ? PASSING.find((each) => each === reason) : undefined;
  return (
    <>
      <span className="block">{t(tried ? `tried.${tried}` : reason)}</span>
      {detail && (
        <span className="block font-normal text-ink-2 text-small [overflow-wrap:anywhere]">
          {t(UNSAID.includes(reason) ? "detailed" : "said", { detail })}
        </span>
      )}
    </>
  );
}

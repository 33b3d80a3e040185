import { useTranslations } from "next-intl";
import type { ToldFailure } from "#lib/alerts/told-failure.ts";
import type { Delivery } from "#lib/outgoing/delivery.ts";

/** What became of something that was sent, in the reader's words and then in the other side's own. */
export function useDeliveryWords() {
  const t = useTranslations("alerts");
  const failure = ({ failure, detail }: ToldFailure) =>
    detail === "" ? t(`failures.${failure}`) : t("saidBy", { failure: t(`failures.${failure}`), detail });
  return {
    failure,
    delivery: (delivery: Delivery) => {
      if (delivery.state === "sent") return t("trial.sent");
      return t(delivery.state === "uncertain" ? "trial.uncertain" : "trial.failed", { why: failure(delivery) });
    },
  };
}

import { useTranslations } from "next-intl";
import type { ToldFailure } from "#lib/alerts/told-failure.ts";
import type { Delivery } from "#lib/outgoing/delivery.ts";
import type { Failure } from "#lib/outgoing/outgoing-error.ts";

/** The rest are words of this machine. */
const ANSWERED: readonly Failure[] = ["refused", "sign_in"];

/** What became of something that was sent, in the reader's words and then in the other side's own. */
export function useDeliveryWords() {
  const t = useTranslations("alerts");
  const failure = ({ failure, detail }: ToldFailure) => {
    const sentence = t(`failures.${failure}`);
    if (detail === "") return sentence;
    return t(ANSWERED.includes(failure) ? "saidBy" : "detailed", { failure: sentence, detail });
  };
  return {
    failure,
    delivery: (delivery: Delivery) => {
      if (delivery.state === "sent") return t("trial.sent");
      return t(delivery.state === "uncertain" ? "trial.uncertain" : "trial.failed", { why: failure(delivery) });
    },
  };
}

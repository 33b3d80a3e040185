import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { unwrap } from "./use-acts.ts";
import type { TodayActions } from "./use-board.ts";

/** Who works on a day off asks for a list. */
export function StartDay({ startDay }: Pick<TodayActions, "startDay">) {
  const t = useTranslations("today");
  const client = useQueryClient();
  const start = useMutation({
    networkMode: "always",
    mutationFn: async () => unwrap(await startDay({})),
    onSuccess: () => client.invalidateQueries({ queryKey: ["today"] }),
  });
  return (
    <div>
      <Button kind="act" disabled={start.isPending} onClick={() => start.mutate()}>
        {t("empty.dayOff.start")}
      </Button>
      <p role="alert" className="text-hot text-small">
        {start.isError && t("notice.unreachable")}
      </p>
    </div>
  );
}

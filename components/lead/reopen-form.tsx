import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";

type Props = {
  /** As far as it is typed; null: it was not asked for. */
  reason: string | null;
  onReason: (reason: string | null) => void;
  onReopen: () => void;
};

/** Makes a lead of one again that was given up, with the reason. */
export function ReopenForm({ reason, onReason, onReopen }: Props) {
  const t = useTranslations("lead.work");
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const hasReason = reason !== null && reason.trim() !== "";
    setMissing(!hasReason);
    if (hasReason) onReopen();
  }
  // The bar lies over the page: the question takes room only when it is asked.
  if (reason === null) return <Button onClick={() => onReason("")}>{t("reopen")}</Button>;
  return (
    <form onSubmit={submit} noValidate className="flex w-full flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <TextField
          label={t("reopenWhy")}
          autoFocus
          value={reason}
          error={isMissing ? t("reopenWhyNeeded") : undefined}
          autoComplete="off"
          maxLength={LONGEST_NOTE}
          onChange={(event) => onReason(event.target.value)}
        />
      </div>
      <Button type="submit" kind="act">
        {t("reopen")}
      </Button>
      <Button onClick={() => onReason(null)}>{t("reopenCancel")}</Button>
    </form>
  );
}

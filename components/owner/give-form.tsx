import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ListField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";
import type { LeadToGive } from "./give-actions.ts";
import { useGiving } from "./give-provider.tsx";
import { useReps } from "./use-reps.ts";

type Props = {
  /** Takes the first key. */
  first: RefObject<HTMLSelectElement | null>;
  lead: LeadToGive;
  ownerId: number | null;
  note: string;
  onNote: (note: string) => void;
  onDone: () => void;
};

/** To whom, and with which words. */
export function GiveForm({ first, lead, ownerId, note, onNote, onDone }: Props) {
  const t = useTranslations("owner");
  const { giveLead } = useGiving();
  const { data, isError, refetch } = useReps();
  const [chosen, choose] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const reps = data?.filter(({ userId }) => userId !== ownerId) ?? [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const to = reps.find(({ userId }) => String(userId) === chosen);
    if (isPending) return;
    if (!to) return setRefusal(t("nobodyChosen"));
    setPending(true);
    const message = await giveLead({ lead, to, note: note.trim() });
    setPending(false);
    setRefusal(message);
    if (message === null) onDone();
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-ink-2">{t("explains")}</p>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      {isError && (
        <Notice tone="refused">
          {t("noReps")}{" "}
          <button type="button" onClick={() => void refetch()} className="font-semibold underline underline-offset-4">
            {t("again")}
          </button>
        </Notice>
      )}
      {data && reps.length === 0 ? (
        <p>{t("nobodyElse")}</p>
      ) : (
        <ListField
          ref={first}
          label={t("to")}
          value={chosen}
          aria-busy={data === undefined && !isError}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="" disabled>
            {t(data || isError ? "choose" : "loading")}
          </option>
          {reps.map(({ userId, name, isAway }) => (
            <option key={userId} value={userId}>
              {isAway ? t("away", { name }) : name}
            </option>
          ))}
        </ListField>
      )}
      <TextField
        label={t("note")}
        name="note"
        autoComplete="off"
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
      <p>
        <Button type="submit" kind="act" disabled={isPending}>
          {t(isPending ? "underWay" : "submit")}
        </Button>
      </p>
    </form>
  );
}

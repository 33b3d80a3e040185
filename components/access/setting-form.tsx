import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SaveRow } from "#components/ui/save-row.tsx";
import type { Form } from "./use-form.ts";

type Props = { form: Form; submitLabel: string; savedLabel: string; children: ReactNode };

/** A few settings that are kept together, and the word that they are. */
export function SettingForm({ form: { submit, isPending, refusal, done }, submitLabel, savedLabel, children }: Props) {
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5 [form+&]:mt-6">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      {children}
      <SaveRow label={submitLabel} savedLabel={savedLabel} isUnderWay={isPending} isSaved={done !== null} />
    </form>
  );
}

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Form } from "./use-form.ts";

type Props = { form: Form; submitLabel: string; savedLabel: string; children: ReactNode };

/** A few settings that are kept together, and the word that they are. */
export function SettingForm({ form: { submit, isPending, refusal, done }, submitLabel, savedLabel, children }: Props) {
  return (
    <form action={submit} className="mt-4 flex flex-col gap-5 [form+&]:mt-6">
      {refusal && <Notice tone="refused">{refusal.message}</Notice>}
      {children}
      <div className="flex items-center gap-4">
        <Button kind="act" type="submit" aria-disabled={isPending}>
          {submitLabel}
        </Button>
        {done && (
          <p role="status" className="text-ink-2">
            {savedLabel}
          </p>
        )}
      </div>
    </form>
  );
}

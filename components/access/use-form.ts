import { useActionState } from "react";
import type { FormSubmit } from "#lib/result.ts";

export type Form<T = unknown> = ReturnType<typeof useForm<T>>;

/** A form as it stands: `values` are the words of the last try, to be filled in again; `done` what it gave when it went well. */
export function useForm<T>(action: FormSubmit<T>) {
  const [state, submit, isPending] = useActionState(action, null);
  const result = state?.result;
  return {
    submit,
    isPending,
    values: state?.values ?? {},
    refusal: result?.ok === false ? result.refusal : null,
    done: result?.ok ? { value: result.value } : null,
  };
}

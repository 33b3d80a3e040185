"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "#components/alerts/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CrmFailureReason } from "#lib/crm/crm-error.ts";
import type { CrmSystem } from "#lib/crm/door.ts";
import type { ActionResult } from "#lib/result.ts";
import { CheckLine } from "./check-line.tsx";
import { Failure } from "./failure.tsx";

/** null: it went well. */
export type Attempt = { readonly reason: CrmFailureReason; readonly detail: string } | null;
export type Connect = (input: { system: CrmSystem; token: string; pushes: boolean }) => Promise<ActionResult<Attempt>>;

type Props = {
  system: CrmSystem;
  connect: Connect;
  /** Whether an account is connected, which gets a new token only. */
  isAgain?: boolean;
  onDone?: () => void;
};

/** Asks for the token of an account, and whether something may be written there. */
export function ConnectForm({ system, connect, isAgain = false, onDone }: Props) {
  const t = useTranslations("crm.connect");
  const own = useTranslations(`crm.connect.of.${system}`);
  const { act, isUnderWay, done, refusal } = useAct<Attempt>();
  const [token, setToken] = useState("");
  const [pushes, setPushes] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    act(async () => {
      const result = await connect({ system, token, pushes });
      if (result.ok && result.value === null) onDone?.();
      return result;
    });
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      {done?.value && (
        <Notice tone="refused">
          <Failure {...done.value} isTrial />
        </Notice>
      )}
      <TextField
        label={t("token")}
        hint={own("tokenHint")}
        type="password"
        autoComplete="off"
        required
        maxLength={2000}
        value={token}
        onChange={(event) => setToken(event.target.value)}
      />
      {!isAgain && <CheckLine label={own("pushes")} hint={own("pushesHint")} isChecked={pushes} onChange={setPushes} />}
      <div>
        <Button kind="act" type="submit" aria-disabled={isUnderWay}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

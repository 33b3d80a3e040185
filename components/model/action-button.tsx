"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ActionResult } from "#lib/result.ts";

type Props = { kind?: ButtonKind; action: () => Promise<ActionResult<unknown>>; children: ReactNode };

/** A button for one action of the server, which says when it was refused. */
export function ActionButton({ kind, action, children }: Props) {
  const t = useTranslations("model");
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        kind={kind}
        disabled={isUnderWay}
        onClick={() =>
          startTransition(async () => {
            // Without an answer the network or the server is away.
            const result = await action().catch(() => null);
            if (result === null) setRefusal(t("noAnswer"));
            else setRefusal(result.ok ? null : result.refusal.message);
          })
        }
      >
        {children}
      </Button>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ActionResult } from "#lib/result.ts";
import { DiscardButton } from "./discard-button.tsx";

type Props = { importId: number; discard: (input: { importId: number }) => Promise<ActionResult<null>> };

/** The bytes of an upload were removed before it was imported. */
export function FileGone({ importId, discard }: Props) {
  const t = useTranslations("data");
  return (
    <div className="flex max-w-[52ch] flex-col items-start gap-4 border-rule-3 border-t pt-4">
      <p className="type-prose text-ink-2">{t("gone")}</p>
      <DiscardButton importId={importId} discard={discard} />
    </div>
  );
}

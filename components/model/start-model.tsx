"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { starterDefinition } from "#lib/model/starter.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { UploadDefinition } from "./model-files.tsx";

type Props = {
  /** A model that has no version yet; null when there is none at all. */
  modelId: number | null;
  catalogue: ModelCatalogue;
  start: (input: { modelId: number | null; definition: Definition }) => Promise<ActionResult<unknown>>;
};

/** The ways to a first draft: the starter, or a file. */
export function StartModel({ modelId, catalogue, start }: Props) {
  const t = useTranslations("model.start");
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function begin(definition: Definition): Promise<string | null> {
    const result = await start({ modelId, definition });
    return result.ok ? null : result.refusal.message;
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <Button
          kind="act"
          disabled={isUnderWay}
          onClick={() =>
            startTransition(async () => {
              setRefusal(await begin(starterDefinition(catalogue.eventTypes.map(({ key }) => key))));
            })
          }
        >
          {t("starter")}
        </Button>
        <UploadDefinition catalogue={catalogue} onRead={begin}>
          {t("upload")}
        </UploadDefinition>
      </div>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </div>
  );
}

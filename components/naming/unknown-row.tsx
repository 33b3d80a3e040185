"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { INLINE_CONTROL } from "#components/model/inline-control.ts";
import { useMoments } from "#components/model/moments.ts";
import { Button } from "#components/ui/button.tsx";
import type { NamingView, UnknownName } from "#lib/naming/view.ts";
import { TypeChoice } from "./type-choice.tsx";
import type { ChosenType, NamingDraft } from "./use-naming-draft.ts";

type Props = { of: UnknownName; types: NamingView["types"]; draft: NamingDraft };

/** A name that means nothing yet, with how often it came of late, and what it may mean. */
export function UnknownRow({ of: { name, asset, count, lastAt, suggestion }, types, draft }: Props) {
  const t = useTranslations("naming");
  const { day } = useMoments();
  const [chosen, choose] = useState<ChosenType | null>(suggestion);
  const [paths, setPaths] = useState(asset ?? "");
  const said = asset ?? name;
  const isReady = chosen !== null && chosen.type !== "" && (asset === null || paths.trim() !== "");

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-rule border-b py-2 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_auto]">
      <div className="min-w-0 max-md:col-span-2">
        {asset === null ? (
          <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        ) : (
          <input
            aria-label={t("pathsOf", { path: asset })}
            value={paths}
            maxLength={300}
            onChange={({ target }) => setPaths(target.value)}
            className={`${INLINE_CONTROL} font-medium`}
          />
        )}
        <span className="block text-ink-3 text-small tabular-nums">
          {t("times", { count })}
          {lastAt !== null && `, ${t("last", { at: day(new Date(lastAt).toISOString()) })}`}
        </span>
      </div>
      <TypeChoice
        label={t("typeOf", { name: said })}
        types={types}
        suggested={suggestion}
        chosen={chosen}
        onChoose={choose}
      />
      <span className="justify-self-start">
        <Button
          disabled={!isReady}
          aria-label={t("addOf", { name: said })}
          onClick={() => chosen && draft.add({ name, asset: asset === null ? null : paths.trim() }, chosen)}
        >
          {t("add")}
        </Button>
      </span>
    </li>
  );
}

"use client";

import { Menu } from "@base-ui/react/menu";
import { freeKey, type GroupPlace } from "#lib/model/criteria.ts";
import { CRITERION_TYPES, newCriterion } from "#lib/model/new-criterion.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { useEditor } from "./editor-context.tsx";
import { criterionPlaceId } from "./place-id.ts";
import type { ModelWords } from "./words.ts";

type Props = { place: GroupPlace; words: ModelWords; groupName: string; nextIndex: number };

/** Adds a criterion of a chosen kind at the end of a group and opens it. */
export function AddCriterion({ place, words: { t }, groupName, nextIndex }: Props) {
  const { edit, open, read, catalogue } = useEditor();

  function add(type: Criterion["type"]) {
    const label = t(`newCriterion.${type}`);
    const criterion = newCriterion({ type, label, catalogue, key: freeKey(read(), label) });
    edit({ type: "add_criterion", at: place, criterion });
    open(criterionPlaceId({ ...place, criterion: nextIndex }));
  }

  return (
    <Menu.Root>
      <Menu.Trigger className="text-ink-3 text-small hover:text-ink data-popup-open:text-ink max-sm:min-h-11 max-sm:px-2">
        {t("add")}
        <span className="sr-only">{t("addTo", { group: groupName })}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={2} className="z-40">
          <Menu.Popup
            className="w-72 max-w-[calc(100vw-32px)] border border-rule-3 bg-sheet py-1 outline-none"
            finalFocus={false}
          >
            {CRITERION_TYPES.map((type) => (
              <Menu.Item
                key={type}
                onClick={() => add(type)}
                className="flex min-h-11 cursor-pointer flex-col justify-center px-3 py-1 outline-none data-highlighted:bg-paper-3"
              >
                <span>{t(`kind.${type}`)}</span>
                <span className="text-ink-3 text-small">{t(`kindHint.${type}`)}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

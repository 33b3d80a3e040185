import { useTranslations } from "next-intl";
import { focusNote } from "#components/dispositions/focus-note.ts";
import { OUTCOME_KEYS, VERDICT_KEY } from "#components/dispositions/outcome-bar.tsx";
import { focusQuestion, QUESTION_KEY } from "#components/qualification/focus-question.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { type PageCommand, usePageCommands } from "#components/shell/page-commands.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import type { KeyedDisposition } from "#lib/lifecycle/constants.ts";
import type { useWork } from "./use-work.ts";

type Options = {
  work: ReturnType<typeof useWork>;
  name: string;
  /** Whether there is a number to call. */
  hasPhone: boolean;
  offered: readonly KeyedDisposition[];
};

/** All that can be done with the lead of the page, each by one key and by the palette, as on the list of today. */
export function useWorkCommands({ work, name, hasPhone, offered }: Options): void {
  const t = useTranslations("today.commands");
  const action = useTranslations("dispositions.action");
  const commands: PageCommand[] = [];
  const add = (key: string, label: string, run: PageCommand["run"]) => commands.push({ key, label, run });
  if (work.isOpen) {
    if (hasPhone) add("p", t("call", { name }), dial);
    for (const disposition of offered)
      add(OUTCOME_KEYS[disposition], `${name}: ${action(disposition)}`, () => work.choose(disposition));
    add(VERDICT_KEY, t("verdict", { name }), () => work.ask("verdict"));
    add("m", t("note", { name }), focusNote);
    add(QUESTION_KEY, t("question", { name }), focusQuestion);
  }
  if (work.undo) add("u", t("undo"), work.undo);
  usePageCommands(commands);
  usePageKeys((event) => {
    if (work.asking !== null || event.defaultPrevented || event.repeat) return false;
    if (isTyping(event.target) || isInPopup(event.target)) return false;
    const command = commands.find(({ key }) => key === event.key.toLowerCase());
    command?.run(event.timeStamp);
    return command !== undefined;
  });

  /** Follows the link in the head, which says so itself; without one there is only something to say. */
  function dial() {
    const link = document.querySelector<HTMLElement>("main header [data-dial]");
    if (link) link.click();
    else work.call();
  }
}

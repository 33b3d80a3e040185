import { useTranslations } from "next-intl";
import { focusNote } from "#components/dispositions/focus-note.ts";
import { OUTCOME_KEYS, VERDICT_KEY } from "#components/dispositions/outcome-bar.tsx";
import { GIVE_KEY } from "#components/owner/give-dialog.tsx";
import { focusQuestion, QUESTION_KEY } from "#components/qualification/focus-question.ts";
import { type PageCommand, usePageCommands } from "#components/shell/page-commands.ts";
import { useListKeys } from "#components/shell/use-list-keys.ts";
import { findVisible } from "#components/ui/find-visible.ts";
import type { Board } from "./use-board.ts";

type Options = {
  board: Board;
  /** Goes to who came in out of sight; null when nobody did. */
  onNewcomers: (() => void) | null;
};

/** All that can be done on the list, each by one key and by the palette. */
export function useCommands({ board, onNewcomers }: Options): void {
  const t = useTranslations("today.commands");
  const action = useTranslations("dispositions.action");
  const { view, selected, mayRecord, offered } = board;
  const name = selected?.firstName ?? selected?.name ?? "";

  const commands: PageCommand[] = [];
  const add = (key: string, label: string, run: PageCommand["run"]) => commands.push({ key, label, run });
  if (selected?.phone) add("p", t("call", { name }), dial);
  if (mayRecord) {
    for (const disposition of offered)
      add(OUTCOME_KEYS[disposition], `${name}: ${action(disposition)}`, (at) => board.choose(disposition, at));
    add(VERDICT_KEY, t("verdict", { name }), () => board.ask("verdict"));
    add("m", t("note", { name }), focusNote);
  }
  if (mayRecord) add(QUESTION_KEY, t("question", { name }), focusQuestion);
  if (selected?.score) add("w", t("change", { name }), board.toggleChange);
  if (mayRecord) add(GIVE_KEY, t("give", { name }), () => board.setGiving(true));
  if (board.canUndo) add("u", t("undo"), board.undoLast);
  if (view.rows.some(({ done }) => done)) add("d", t("done"), board.toggleDone);
  if (onNewcomers) add("v", t("newcomers"), onNewcomers);

  usePageCommands(commands);
  useListKeys({
    isActive: board.asking === null,
    onMove: board.move,
    onOpen: board.open,
    onKey: (key, event) => {
      const command = commands.find((each) => each.key === key);
      command?.run(event.timeStamp);
      return command !== undefined;
    },
  });

  /** Follows the link beside the list, which says so itself; without one there is only something to say. */
  function dial() {
    const link = findVisible("aside [data-dial]");
    if (link) link.click();
    else board.call();
  }
}

"use client";

import { Menu } from "@base-ui/react/menu";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keepFile } from "#components/ui/keep-file.ts";

type Props = {
  /** Of the figure's heading. */
  id: string;
  finding: string;
};

const ITEM = "flex min-h-9 cursor-pointer items-center px-3 outline-none data-highlighted:bg-paper-3 max-sm:min-h-11";

/** Takes a figure along: as a picture, and its numbers as a table. What makes them is fetched when it is wanted. */
export function FigureMenu({ id, finding }: Props) {
  const t = useTranslations("performance.file");
  const [hasFailed, setHasFailed] = useState(false);
  const [hasNumbers, setHasNumbers] = useState(true);
  const findFigure = () => document.getElementById(id)?.closest("section");

  async function keep(kind: "png" | "csv") {
    const figure = findFigure();
    if (!figure) return;
    setHasFailed(false);
    try {
      const file = await (kind === "png" ? picture(figure) : table(figure));
      keepFile(file, `${id}.${kind}`);
    } catch (error) {
      setHasFailed(true);
      throw error;
    }
  }

  async function picture(figure: HTMLElement): Promise<Blob> {
    const { drawPicture } = await import("./figure-picture.ts");
    return drawPicture(figure);
  }

  async function table(figure: HTMLElement): Promise<Blob> {
    const { writeFigure } = await import("./figure-file.ts");
    return writeFigure(figure, { name: t("name"), value: t("value"), note: t("note") });
  }

  return (
    <span data-outside-picture className="float-right ml-2 print:hidden">
      <Menu.Root onOpenChange={() => setHasNumbers(findFigure()?.querySelector("tbody tr, dd") != null)}>
        <Menu.Trigger className="flex size-6 items-center justify-center text-ink-3 hover:text-ink data-popup-open:text-ink max-sm:size-11">
          <span aria-hidden="true">⋯</span>
          <span className="sr-only">{t("menu", { finding })}</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="end" sideOffset={2} className="z-40">
            <Menu.Popup className="min-w-44 border border-rule-3 bg-sheet py-1 outline-none">
              <Menu.Item className={ITEM} onClick={() => void keep("png")}>
                {t("png")}
              </Menu.Item>
              {hasNumbers && (
                <Menu.Item className={ITEM} onClick={() => void keep("csv")}>
                  {t("csv")}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {hasFailed && <span role="alert">{t("failed")}</span>}
    </span>
  );
}

import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Disposition } from "#lib/lifecycle/constants.ts";

/** What is said of the last thing that was done with the lead of a page. */
export type WorkSaid =
  | {
      readonly kind: "recorded";
      readonly disposition: Disposition;
      readonly touchId: number;
      /** The note that went with it. */
      readonly words: string;
    }
  | { readonly kind: "noted" | "calling" | "reopened"; readonly touchId: number }
  | { readonly kind: "undone" | "note_undone" | "call_undone" | "closed_again" | "unsure" }
  | { readonly kind: "refused"; readonly message: string };

/** Says it, and offers to take it back; a refusal interrupts. */
export function SaidOfWork({
  said,
  name,
  onUndo,
}: {
  said: WorkSaid | null;
  name: string;
  onUndo: (() => void) | null;
}) {
  const t = useTranslations("lead.work");
  return (
    <>
      <div role="status" className="text-small">
        {said && said.kind !== "refused" && (
          <p className="flex items-center justify-between gap-4 px-gutter py-2">
            <Words said={said} name={name} />
            {onUndo && (
              <button
                type="button"
                onClick={onUndo}
                className="min-h-6 whitespace-nowrap font-semibold underline-offset-4 hover:underline max-sm:min-h-11"
              >
                {t("undo")} <Kbd>U</Kbd>
              </button>
            )}
          </p>
        )}
      </div>
      <div role="alert">
        {said?.kind === "refused" && <p className="px-gutter py-2 text-hot text-small">{said.message}</p>}
      </div>
    </>
  );
}

function Words({ said, name }: { said: Exclude<WorkSaid, { kind: "refused" }>; name: string }) {
  const t = useTranslations("lead.work");
  const notice = useTranslations("today.notice");
  const dispositions = useTranslations("dispositions.done");
  switch (said.kind) {
    case "recorded":
      return t("recorded", { outcome: dispositions(said.disposition) });
    case "undone":
    case "reopened":
    case "closed_again":
      return t(said.kind);
    default:
      return notice(said.kind, { name });
  }
}

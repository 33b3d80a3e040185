import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { ImportView } from "#lib/import/view.ts";

/** How much of the file was read; without an end while it waits its turn. */
export function ProgressLine({ view, label }: { view: ImportView; label: string }) {
  const share = view.status === "queued" ? null : view.bytesRead / Math.max(view.fileBytes, 1);
  return (
    <div className="my-2">
      <ProgressBar label={label} share={share} />
    </div>
  );
}

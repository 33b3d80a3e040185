import type { ImportView } from "#lib/import/view.ts";

/** How much of the file was read; without an end while it waits its turn. */
export function ProgressLine({ view, label }: { view: ImportView; label: string }) {
  const max = Math.max(view.fileBytes, 1);
  const isWaiting = view.status === "queued";
  return (
    <progress
      aria-label={label}
      {...(!isWaiting && { value: Math.min(view.bytesRead, max), max })}
      className="my-2 block h-[5px] w-full appearance-none bg-rule accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
    />
  );
}

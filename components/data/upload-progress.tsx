import { Button } from "#components/ui/button.tsx";
import { useImportWords } from "./use-import-words.ts";
import type { Upload } from "./use-upload.ts";

type Props = { upload: Extract<Upload, { state: "sending" | "reading" }>; onStop: () => void };

/** How far a file is on its way in. */
export function UploadProgress({ upload, onStop }: Props) {
  const { t } = useImportWords();
  const isSending = upload.state === "sending";
  return (
    <div role="status" className="flex w-full max-w-[420px] flex-col items-center gap-2">
      <p className="type-prose wrap-anywhere">
        {isSending ? t("new.sending", { name: upload.name, share: upload.share }) : t("new.reading")}
      </p>
      <progress
        aria-label={t("new.progress")}
        {...(isSending && { value: upload.share })}
        max={1}
        className="block h-[5px] w-full appearance-none bg-rule accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
      />
      <Button kind="quiet" onClick={onStop}>
        {t("new.stop")}
      </Button>
    </div>
  );
}

import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
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
      <ProgressBar label={t("new.progress")} share={isSending ? upload.share : null} />
      <Button kind="quiet" onClick={onStop}>
        {t("new.stop")}
      </Button>
    </div>
  );
}

import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { WhenRead } from "#app/_server/when-read.tsx";
import { ImportLoading } from "#components/data/import-loading.tsx";
import { ImportPage } from "#components/data/import-page.tsx";
import { findImport, type ImportRecord } from "#db/queries/imports.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { stageOf } from "#lib/import/stage.ts";
import {
  cancelImportAction,
  discardImportAction,
  readAgainAction,
  saveMappingAction,
  startImportAction,
  tryImportAction,
} from "../actions.ts";
import { openFile } from "../open-file.ts";
import { answerImport } from "../show-import.ts";

type Props = { params: Promise<{ importId: string }> };

const idSchema = z.coerce.number().int().positive();

const readImport = cache(async (importId: string) => {
  const id = idSchema.safeParse(importId);
  return id.success ? findImport({ importId: id.data }) : null;
});

/** The file's name says which data it is; who may not see it is told nothing. */
export const generateMetadata = titleFor("import_data", async ({ params }: Props) => {
  const record = await readImport((await params).importId);
  return record?.fileName ?? notFound();
});

export default async function OneImportPage({ params }: Props) {
  await requireUser("import_data");
  const record = await readImport((await params).importId);
  if (!record) notFound();
  return (
    <WhenRead reading={openImport(record)} loading={<ImportLoading fileName={record.fileName} />}>
      {(opened) => (
        <ImportPage
          {...opened}
          actions={{
            save: saveMappingAction,
            readAgain: readAgainAction,
            tryOut: tryImportAction,
            start: startImportAction,
            cancel: cancelImportAction,
            discard: discardImportAction,
          }}
        />
      )}
    </WhenRead>
  );
}

/** The start of a file is read for its mapping, which takes as long as its disk does. */
async function openImport(record: ImportRecord) {
  const stage = stageOf(record);
  const [initial, file, catalogue, organisation] = await Promise.all([
    answerImport(record),
    stage === "preparing" || stage === "trying" ? openFile(record) : null,
    readModelCatalogue(),
    findOrganisation(),
  ]);
  return {
    initial,
    file,
    ownFields: catalogue.fields.flatMap(({ label, ...field }) => (label === null ? [] : [{ ...field, label }])),
    timeZone: organisation?.timeZone ?? "UTC",
    currency: organisation?.currency ?? "EUR",
  };
}

import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import {
  draftSignatures,
  modelDrafts,
  modelVersions,
  organisation,
  users,
  versionSignatures,
} from "#db/schema/index.ts";
import { ROLES, type Viewer } from "#lib/access/roles.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import { mayArrange, type Side, type Signature, sidesOf } from "#lib/model/sign-off.ts";

export type DraftSignOff = {
  /** Of the draft; null without one. */
  readonly revision: number | null;
  /** When somebody asked for the signatures, and who (null: who is gone); null: nobody did. */
  readonly asked: { readonly at: Date; readonly by: string | null } | null;
  readonly signatures: readonly Signature[];
};

/** How it stands with the signatures of a model's draft. */
export async function readSignOff(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<DraftSignOff> {
  const [[draft], signatures] = await Promise.all([
    executor
      .select({ revision: modelDrafts.revision, askedAt: modelDrafts.askedAt, askedBy: users.name })
      .from(modelDrafts)
      .leftJoin(users, eq(users.id, modelDrafts.askedBy))
      .where(eq(modelDrafts.modelId, modelId)),
    readSignatures({ modelId }, executor),
  ]);
  const asked = draft?.askedAt ? { at: draft.askedAt, by: draft.askedBy } : null;
  return { revision: draft?.revision ?? null, asked, signatures };
}

/** The signatures that count: of who may sign in and whose role still signs for that side. */
export async function readSignatures(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Signature[]> {
  const rows = await executor
    .select({
      side: draftSignatures.side,
      userId: draftSignatures.signedBy,
      name: users.name,
      role: users.role,
      at: draftSignatures.signedAt,
      contentHash: draftSignatures.contentHash,
      definition: sql<string>`${draftSignatures.definition}::text`,
    })
    .from(draftSignatures)
    .innerJoin(users, eq(users.id, draftSignatures.signedBy))
    .where(and(eq(draftSignatures.modelId, modelId), isNull(users.disabledAt)))
    .orderBy(asc(draftSignatures.side));
  return rows
    .filter(({ role, side }) => sidesOf(role).includes(side))
    .map(({ role: _, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      definition: readDefinition(row.definition),
    }));
}

/** Whether a draft is published only with the signatures of marketing and sales. */
export async function isSignOffRequired(executor: Executor = db): Promise<boolean> {
  const [row] = await executor.select({ requiresSignOff: organisation.requiresSignOff }).from(organisation);
  return row?.requiresSignOff ?? false;
}

/** Whether a person may say now which models score, and in what order; the command line (null) always may. */
export async function mayArrangeModels(
  { userId }: { readonly userId: number | null },
  executor: Executor = db,
): Promise<boolean> {
  if (userId === null) return true;
  const [[user], isRequired] = await Promise.all([
    executor.select({ role: users.role }).from(users).where(eq(users.id, userId)),
    isSignOffRequired(executor),
  ]);
  return mayArrange(user?.role ?? null, isRequired);
}

/** Whether a draft waits for a signature that a person may give: asked for, and not given on what it says now. */
export async function isSignatureAsked({ userId, role }: Viewer, executor: Executor = db): Promise<boolean> {
  const sides = sidesOf(role);
  if (sides.length === 0) return false;
  const counting = ROLES.flatMap((each) => sidesOf(each).map((side) => `${each} ${side}`));
  // Equal as values of JSON they have the same hash.
  const signed = sql`select from draft_signatures signature join users signer on signer.id = signature.signed_by
    where signature.model_id = draft.model_id and signature.definition = draft.definition
      and signer.disabled_at is null and signer.role || ' ' || signature.side = any(${sql.param(counting)}::text[])`;
  const rows = await executor.execute(sql`
    select from model_drafts draft, organisation, unnest(${sql.param(sides)}::text[]) as asked (side)
    where organisation.requires_sign_off and draft.asked_at is not null
      and not exists (${signed} and signature.side = asked.side)
      and not exists (${signed} and signature.signed_by = ${userId})
    limit 1`);
  return rows.length > 0;
}

/** Who signed a version; null: who is gone. */
export type VersionSignature = { readonly side: Side; readonly name: string | null; readonly at: string };

/** The signatures that a model's versions were published with, by version id. */
export async function readVersionSignatures(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Map<number, VersionSignature[]>> {
  const rows = await executor
    .select({
      versionId: versionSignatures.versionId,
      side: versionSignatures.side,
      name: users.name,
      at: versionSignatures.signedAt,
    })
    .from(versionSignatures)
    .innerJoin(modelVersions, eq(modelVersions.id, versionSignatures.versionId))
    .leftJoin(users, eq(users.id, versionSignatures.signedBy))
    .where(eq(modelVersions.modelId, modelId))
    .orderBy(asc(versionSignatures.side));
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map(
    [...byVersion].map(([versionId, own]) => [
      versionId,
      own.map(({ side, name, at }) => ({ side, name, at: at.toISOString() })),
    ]),
  );
}

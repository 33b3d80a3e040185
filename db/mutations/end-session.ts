import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions } from "#db/schema/index.ts";

export async function endSession({ idHash }: { readonly idHash: string }, executor: Executor = db): Promise<void> {
  await executor.delete(sessions).where(eq(sessions.idHash, idHash));
}

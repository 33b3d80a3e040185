import { exchangeWithCrm } from "#db/mutations/exchange-with-crm.ts";
import { openDoor } from "#lib/crm/open-door.ts";
import { readEnv } from "#lib/env.ts";
import { crmWords } from "#worker/crm-words.ts";
import type { JobHandler } from "#worker/job.ts";

export const exchangeWithCrmJob: JobHandler<"exchange-with-crm"> = async (_, { now, signal }) => {
  const address = readEnv().VOORRANG_TEST_CRM;
  const { status, counts } = await exchangeWithCrm({
    now,
    signal,
    open: (system, opening) => openDoor(system, { ...opening, address }),
    wordsOf: crmWords,
  });
  return { status, ...counts };
};

import { exchangeWithCrm } from "#db/mutations/exchange-with-crm.ts";
import { now } from "#lib/clock.ts";
import { openDoor } from "#lib/crm/open-door.ts";
import { readEnv } from "#lib/env.ts";
import { crmWords } from "#worker/crm-words.ts";

/** An exchange with the CRM in a process of its own, which a test kills. */
const { status } = await exchangeWithCrm({
  now,
  open: (system, opening) => openDoor(system, { ...opening, address: readEnv().VOORRANG_TEST_CRM }),
  wordsOf: crmWords,
});
process.exit(status === "done" ? 0 : 1);

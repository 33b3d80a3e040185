import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import {
  CALLERS,
  type Caller,
  callAs,
  cookiesByCaller,
  nextHeaders,
  openTestInstallation,
} from "./_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const EVERYONE = CALLERS;
const SIGNED_IN: readonly Caller[] = ["rep", "marketer", "manager", "admin", "no role"];
const ROLES: readonly Caller[] = ["rep", "marketer", "manager", "admin"];
const WORKERS: readonly Caller[] = ["rep", "manager", "admin"];
const ANALYSTS: readonly Caller[] = ["marketer", "manager", "admin"];
const MODELLERS: readonly Caller[] = ["marketer", "admin"];
const MANAGERS: readonly Caller[] = ["manager", "admin"];
const ADMINS: readonly Caller[] = ["admin"];
/** Asks for a key: a session, whoever's it is, opens nothing. */
const KEYS: readonly Caller[] = [];

/** Every server action and HTTP endpoint, and who may call it. A new one fails this test until it stands here. */
const TABLE: Readonly<Record<string, readonly Caller[]>> = {
  "app/(auth)/invitation/[token]/actions.ts acceptInvitationAction": EVERYONE,
  "app/(auth)/reset/[token]/actions.ts resetPasswordAction": EVERYONE,
  "app/(auth)/set-up/actions.ts setUpAction": EVERYONE,
  "app/(auth)/sign-in/actions.ts signInAction": EVERYONE,
  "app/(auth)/sign-in/actions.ts signOutAction": EVERYONE,
  "app/(auth)/sign-in/actions.ts startOpenIdAction": EVERYONE,
  "app/(dashboard)/(figures)/data/quality/actions.ts setQualitySettingsAction": ANALYSTS,
  "app/(dashboard)/data/actions.ts cancelImportAction": MODELLERS,
  "app/(dashboard)/data/actions.ts discardImportAction": MODELLERS,
  "app/(dashboard)/data/actions.ts readAgainAction": MODELLERS,
  "app/(dashboard)/data/actions.ts saveMappingAction": MODELLERS,
  "app/(dashboard)/data/actions.ts startImportAction": MODELLERS,
  "app/(dashboard)/data/actions.ts tryImportAction": MODELLERS,
  "app/(dashboard)/data/actions.ts verifyScoresAction": MODELLERS,
  "app/(dashboard)/data/costs/actions.ts pasteCostsAction": MODELLERS,
  "app/(dashboard)/data/costs/actions.ts saveCostAction": MODELLERS,
  "app/(dashboard)/leads/[leadId]/actions.ts addAdjustmentAction": ROLES,
  "app/(dashboard)/leads/[leadId]/actions.ts flagLeadAction": ROLES,
  "app/(dashboard)/leads/[leadId]/actions.ts recordDealAction": WORKERS,
  "app/(dashboard)/leads/[leadId]/actions.ts reopenLeadAction": MANAGERS,
  "app/(dashboard)/leads/[leadId]/actions.ts withdrawAdjustmentAction": ROLES,
  "app/(dashboard)/leads/[leadId]/actions.ts giveLeadAction": WORKERS,
  "app/(dashboard)/leads/[leadId]/actions.ts undoGiveLeadAction": WORKERS,
  "app/(dashboard)/leads/[leadId]/merge/actions.ts mergeLeadsAction": ANALYSTS,
  "app/(dashboard)/leads/[leadId]/merge/actions.ts undoMergeAction": ANALYSTS,
  "app/(dashboard)/model/(editor)/actions.ts addCommentAction": ROLES,
  "app/(dashboard)/model/(editor)/actions.ts askSignOffAction": MODELLERS,
  "app/(dashboard)/model/(editor)/actions.ts deleteCommentAction": ROLES,
  "app/(dashboard)/model/(editor)/actions.ts resolveCommentAction": ANALYSTS,
  "app/(dashboard)/model/(editor)/actions.ts signDraftAction": ANALYSTS,
  "app/(dashboard)/model/(editor)/actions.ts withdrawSignatureAction": ANALYSTS,
  "app/(dashboard)/model/actions.ts discardDraftAction": MODELLERS,
  "app/(dashboard)/model/actions.ts orderModelsAction": ANALYSTS,
  "app/(dashboard)/model/actions.ts publishDraftAction": MODELLERS,
  "app/(dashboard)/model/actions.ts restoreModelAction": ANALYSTS,
  "app/(dashboard)/model/actions.ts retireModelAction": ANALYSTS,
  "app/(dashboard)/model/actions.ts returnToVersionAction": MODELLERS,
  "app/(dashboard)/model/actions.ts saveDraftAction": MODELLERS,
  "app/(dashboard)/model/actions.ts setCapacityAction": ANALYSTS,
  "app/(dashboard)/model/actions.ts startDraftAction": MODELLERS,
  "app/(dashboard)/model/new/guide/actions.ts draftFromAnswersAction": MODELLERS,
  "app/(dashboard)/performance/actions.ts setOrderLimitAction": ANALYSTS,
  "app/(dashboard)/performance/review/actions.ts decideActionAction": ANALYSTS,
  "app/(dashboard)/performance/review/actions.ts holdModelReviewAction": ANALYSTS,
  "app/(dashboard)/performance/review/actions.ts settleActionAction": ANALYSTS,
  "app/(dashboard)/performance/actions.ts setTargetsAction": MANAGERS,
  "app/(dashboard)/settings/actions.ts changePasswordAction": SIGNED_IN,
  "app/(dashboard)/settings/actions.ts changeTimeZoneAction": ADMINS,
  "app/(dashboard)/settings/actions.ts makeCalendarFeedAction": WORKERS,
  "app/(dashboard)/settings/actions.ts renameOrganisationAction": ADMINS,
  "app/(dashboard)/settings/actions.ts requireSignOffAction": MANAGERS,
  "app/(dashboard)/settings/actions.ts revokeCalendarFeedAction": WORKERS,
  "app/(dashboard)/settings/actions.ts updateProfileAction": SIGNED_IN,
  "app/(dashboard)/settings/hours/actions.ts addAbsenceAction": WORKERS,
  "app/(dashboard)/settings/hours/actions.ts addHolidayAction": ADMINS,
  "app/(dashboard)/settings/hours/actions.ts removeAbsenceAction": WORKERS,
  "app/(dashboard)/settings/hours/actions.ts removeHolidayAction": ADMINS,
  "app/(dashboard)/settings/hours/actions.ts setDaysOffAction": WORKERS,
  "app/(dashboard)/settings/hours/actions.ts setWorkingWeekAction": ADMINS,
  "app/(dashboard)/settings/crm/actions.ts connectCrmAction": ADMINS,
  "app/(dashboard)/settings/crm/actions.ts disconnectCrmAction": ADMINS,
  "app/(dashboard)/settings/crm/actions.ts exchangeNowAction": ADMINS,
  "app/(dashboard)/settings/crm/actions.ts saveCrmSettingsAction": ADMINS,
  "app/(dashboard)/settings/keys/actions.ts makeKeyAction": ADMINS,
  "app/(dashboard)/settings/keys/actions.ts revokeKeyAction": ADMINS,
  "app/(dashboard)/settings/leads/actions.ts addFlagAction": ADMINS,
  "app/(dashboard)/settings/leads/actions.ts restoreFlagAction": ADMINS,
  "app/(dashboard)/settings/leads/actions.ts retireFlagAction": ADMINS,
  "app/(dashboard)/settings/leads/actions.ts setAdjustmentRoomAction": ADMINS,
  "app/(dashboard)/settings/alerts/actions.ts removeWebhookAction": ROLES,
  "app/(dashboard)/settings/alerts/actions.ts saveAlertSettingsAction": ROLES,
  "app/(dashboard)/settings/alerts/actions.ts saveWebhookAction": ROLES,
  "app/(dashboard)/settings/alerts/actions.ts seeAlertsAction": ROLES,
  "app/(dashboard)/settings/alerts/actions.ts tryWebhookAction": ROLES,
  "app/(dashboard)/settings/delivery/actions.ts removeMailServerAction": ADMINS,
  "app/(dashboard)/settings/delivery/actions.ts saveMailServerAction": ADMINS,
  "app/(dashboard)/settings/delivery/actions.ts sendAgainAction": ADMINS,
  "app/(dashboard)/settings/delivery/actions.ts tryMailServerAction": ADMINS,
  "app/(dashboard)/settings/naming/actions.ts makeTraitFieldAction": MODELLERS,
  "app/(dashboard)/settings/naming/actions.ts saveNamingAction": MODELLERS,
  "app/(dashboard)/settings/qualification/actions.ts chooseChecklistAction": ANALYSTS,
  "app/(dashboard)/settings/routing/actions.ts dryRunRoutingAction": MANAGERS,
  "app/(dashboard)/settings/routing/actions.ts saveRoutingAction": MANAGERS,
  "app/(dashboard)/settings/users/actions.ts changeUserRoleAction": ADMINS,
  "app/(dashboard)/settings/users/actions.ts disableUserAction": ADMINS,
  "app/(dashboard)/settings/users/actions.ts enableUserAction": ADMINS,
  "app/(dashboard)/settings/users/actions.ts inviteUserAction": ADMINS,
  "app/(dashboard)/settings/users/actions.ts issueUserLinkAction": ADMINS,
  "app/(dashboard)/settings/users/actions.ts setDailyCapacityAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts addEndpointAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts changeEndpointAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts changeEndpointSecretAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts removeEndpointAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts resumeEndpointAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts sendAgainAction": ADMINS,
  "app/(dashboard)/settings/webhooks/actions.ts tryEndpointAction": ADMINS,
  "app/(dashboard)/today/actions.ts answerQuestionAction": WORKERS,
  "app/(dashboard)/today/actions.ts recordDispositionAction": WORKERS,
  "app/(dashboard)/today/actions.ts recordCallAction": WORKERS,
  "app/(dashboard)/today/actions.ts recordNoteAction": WORKERS,
  "app/(dashboard)/today/actions.ts startDayAction": WORKERS,
  "app/(dashboard)/today/actions.ts undoNoteAction": WORKERS,
  "app/(dashboard)/today/actions.ts undoTouchAction": WORKERS,
  "app/api/alerts/route.ts GET": ROLES,
  "app/api/auth/[...nextauth]/route.ts GET": EVERYONE,
  "app/api/auth/[...nextauth]/route.ts POST": EVERYONE,
  "app/api/calendar/[file]/route.ts GET": EVERYONE,
  "app/api/exports/[view]/route.ts GET": ANALYSTS,
  "app/api/generations/route.ts GET": ROLES,
  "app/api/health/route.ts GET": EVERYONE,
  "app/api/imports/[importId]/rejections/route.ts GET": MODELLERS,
  "app/api/imports/[importId]/route.ts GET": MODELLERS,
  "app/api/imports/route.ts POST": MODELLERS,
  "app/api/leads/export/route.ts GET": ANALYSTS,
  "app/api/leads/[leadId]/facts/route.ts GET": ROLES,
  "app/api/leads/find/route.ts GET": ROLES,
  "app/api/leads/hand-over/route.ts GET": ANALYSTS,
  "app/api/leads/named/route.ts POST": ROLES,
  "app/api/leads/nurture/route.ts GET": ANALYSTS,
  "app/api/leads/route.ts GET": ROLES,
  "app/api/live/route.ts GET": ROLES,
  "app/api/models/[modelId]/review/route.ts GET": ROLES,
  "app/api/preview/calls/route.ts POST": ROLES,
  "app/api/preview/routes/route.ts POST": ROLES,
  "app/api/preview/route.ts POST": ROLES,
  "app/api/reps/route.ts GET": WORKERS,
  "app/api/scores/export/route.ts GET": ANALYSTS,
  "app/api/today/route.ts GET": WORKERS,
  "app/api/v1/[...path]/route.ts DELETE": EVERYONE,
  "app/api/v1/[...path]/route.ts GET": EVERYONE,
  "app/api/v1/[...path]/route.ts PATCH": EVERYONE,
  "app/api/v1/[...path]/route.ts POST": EVERYONE,
  "app/api/v1/[...path]/route.ts PUT": EVERYONE,
  "app/api/v1/accounts/[account]/route.ts GET": KEYS,
  "app/api/v1/accounts/route.ts GET": KEYS,
  "app/api/v1/accounts/route.ts POST": KEYS,
  "app/api/v1/events/route.ts GET": KEYS,
  "app/api/v1/events/route.ts POST": KEYS,
  "app/api/v1/exports/[view]/route.ts GET": KEYS,
  "app/api/v1/key/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/breakdown/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/events/[event]/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/outcomes/[outcome]/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/score/route.ts GET": KEYS,
  "app/api/v1/leads/[lead]/stage/route.ts POST": KEYS,
  "app/api/v1/leads/route.ts GET": KEYS,
  "app/api/v1/leads/route.ts POST": KEYS,
  "app/api/v1/openapi.json/route.ts GET": EVERYONE,
  "app/api/v1/outcomes/route.ts GET": KEYS,
  "app/api/v1/outcomes/route.ts POST": KEYS,
  "app/api/v1/scores/route.ts GET": KEYS,
  "app/api/v1/stages/route.ts GET": KEYS,
  "app/v1/[call]/route.ts OPTIONS": EVERYONE,
  "app/v1/[call]/route.ts POST": KEYS,
  "app/v1/projects/[key]/settings/route.ts GET": EVERYONE,
  "app/v1/projects/[key]/settings/route.ts OPTIONS": EVERYONE,
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const database = await openTestInstallation();
const { addTestOrganisation } = await import("#db/test/scoring-fixtures.ts");
await addTestOrganisation(database.db);
const cookies = await cookiesByCaller(database.db);
const doors = await findDoors();

afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

describe("the table of who may call what", () => {
  test("has every server action and HTTP endpoint there is, and no other", () => {
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.map(({ name }) => name).sort()).toEqual(Object.keys(TABLE).sort());
  });

  test("sees every server action: they stand in files named actions.ts only", () => {
    const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) => !file.endsWith(".test.ts"));
    const elsewhere = files.filter(
      (file) => !file.endsWith("/actions.ts") && /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(elsewhere).toEqual([]);
  });

  test("leaves no page inside without asking who is there", () => {
    const pages = globSync("app/(dashboard)/**/page.tsx");
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => !/requireUser\(/.test(readFileSync(page, "utf8")))).toEqual([]);
  });
});

describe.each(doors)("$name", ({ name, knock }) => {
  test("goes through the wrapper", () => {
    expect(knock).toBeTypeOf("function");
  });
  test.each(CALLERS)("called by %s", async (caller) => {
    callAs(cookies.get(caller) ?? null);
    const answer = await knock?.();
    const refused = caller === "nobody" || TABLE[name] === KEYS ? "unauthenticated" : "forbidden";
    expect(answer).toBe(TABLE[name]?.includes(caller) ? "let in" : refused);
  });
});

type Answer = "let in" | "unauthenticated" | "forbidden";
/** `knock` calls it with input that no schema takes; null: it does not come from a wrapper. */
type Door = { readonly name: string; readonly knock: (() => Promise<Answer>) | null };

async function findDoors(): Promise<Door[]> {
  const files = globSync("app/**/{actions,route}.ts").filter((file) => !file.startsWith("app/_server/"));
  const found: Door[] = [];
  for (const file of files) {
    const exports: Record<string, unknown> = await import(/* @vite-ignore */ resolve(file));
    for (const [key, door] of Object.entries(exports)) {
      const isEndpoint = METHODS.includes(key);
      if (file.endsWith("/route.ts") && !isEndpoint) continue;
      const knock = isWrapped(door) ? () => (isEndpoint ? request(door, key) : act(door)) : null;
      found.push({ name: `${file} ${key}`, knock });
    }
  }
  return found;
}

type Wrapped = ((...given: readonly unknown[]) => Promise<unknown>) & { readonly access: unknown };

function isWrapped(door: unknown): door is Wrapped {
  return typeof door === "function" && "access" in door;
}

async function act(action: Wrapped): Promise<Answer> {
  // A plain action takes the first as its input, a form action the second.
  const answer = await action(Symbol("no input"), new FormData()).catch(letIn);
  return (JSON.stringify(answer)?.match(/"code":"(unauthenticated|forbidden)"/)?.[1] as Answer | undefined) ?? "let in";
}

async function request(handle: Wrapped, method: string): Promise<Answer> {
  const given = new Request("http://voorrang.test/", {
    method,
    headers: { host: "voorrang.test", origin: "http://voorrang.test" },
  });
  const response = await handle(given, { params: Promise.resolve({}) }).catch(letIn);
  if (!(response instanceof Response)) return "let in";
  await response.body?.cancel();
  if (response.status === 401) return "unauthenticated";
  return response.status === 403 ? "forbidden" : "let in";
}

/** A refusal is an answer, so what redirects was let in before; anything else that is thrown is a mistake. */
function letIn(error: unknown): null {
  if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) return null;
  throw error;
}

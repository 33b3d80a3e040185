import { defineOperation } from "#app/_server/operation-route.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.readKey, async ({ key: { name, scopes } }) =>
  ok({ name, scopes: [...scopes] }),
);

import { showAccount } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findReadAccount } from "#db/queries/api/accounts.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.readAccount, async ({ params }) => {
  const [account, types] = await Promise.all([findReadAccount({ accountId: params.account }), readFieldTypes()]);
  return account ? ok(showAccount(account, types)) : refuse("not_found");
});

import { pageByNumber } from "#app/_server/api-page.ts";
import { showAccount } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { actAsKey } from "#db/mutations/act-as-key.ts";
import { upsertAccount } from "#db/mutations/upsert-account.ts";
import { findReadAccount, listReadAccounts } from "#db/queries/api/accounts.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { atFields } from "#lib/api/at-fields.ts";
import { readValues, withPrefix } from "#lib/api/field-values.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.listAccounts, async ({ query }) => {
  const types = await readFieldTypes();
  return pageByNumber(query, {
    list: ({ after, limit }) => listReadAccounts({ after: after ?? 0, limit, domain: query.domain }),
    show: (account) => showAccount(account, types),
    keyOf: ({ id }) => id,
  });
});

export const POST = defineOperation(OPERATIONS.upsertAccount, async ({ body, key: { keyId }, at }) => {
  const types = await readFieldTypes();
  const { name = null, domain = null, fields } = body;
  const said = { name, domain, values: readValues(withPrefix(fields), types), at };
  const result = await actAsKey(
    { keyId, at },
    (tx) => upsertAccount(said, tx),
    ({ accountId, isMade, changed }) =>
      changed.length === 0 && !isMade
        ? null
        : {
            action: isMade ? "account.made" : "account.changed",
            subject: `account:${accountId}`,
            details: { fields: changed },
          },
  );
  if (!result.ok) return atFields(result, Object.keys(fields));
  const account = await findReadAccount(result.value);
  return account ? { ...ok(showAccount(account, types)), isMade: result.value.isMade } : refuse("not_found");
});

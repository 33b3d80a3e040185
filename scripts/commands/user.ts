import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { addUser } from "#db/mutations/add-user.ts";
import { hashPassword } from "#lib/access/password.ts";
import { PASSWORD_LENGTH } from "#lib/access/password-length.ts";
import { ROLES } from "#lib/access/roles.ts";
import { emailSchema, nameSchema, passwordSchema, roleSchema } from "#lib/access/schema.ts";
import { type Command, CommandError, type CommandInput, textOption } from "#scripts/run/command.ts";
import { localOrganisation } from "#scripts/run/local-organisation.ts";

export const command: Command = {
  help: `npm run voorrang -- user add --email ADDRESS --name NAME --role ROLE [--password PASSWORD]

Adds a user who can sign in. ROLE is ${ROLES.join(", ")}. Without --password one is made and printed;
with it, others may read it in the list of processes and in the history of your shell.`,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    password: { type: "string" },
  },
  async run(input) {
    const { args, at } = input;
    if (args[0] !== "add" || args.length > 1) throw new CommandError("Say `user add`; --help tells more.");
    const { email, name, role, password, isMade } = readUser(input);
    await localOrganisation(at);
    const added = await addUser({ at, email, name, role, passwordHash: await hashPassword(password) });
    if (!added.ok) throw new CommandError(`There is a user with the address ${email} already.`);
    const { userId } = added.value;
    return {
      json: { userId, email, role, ...(isMade ? { password } : {}) },
      text: `${name} (${role}) signs in with ${email}${isMade ? ` and the password ${password}` : ""}.`,
    };
  },
};

/** The user to add. Throws a sentence that names the option which is missing or wrong. */
function readUser(input: CommandInput) {
  const email = read(input, "email", emailSchema, "an e-mail address");
  const name = read(input, "name", nameSchema, "a name of at most 100 characters");
  const role = read(input, "role", roleSchema, `one of ${ROLES.join(", ")}`);
  const { min, max } = PASSWORD_LENGTH;
  const given = textOption(input, "password");
  const password =
    given === undefined ? makePassword() : read(input, "password", passwordSchema, `${min} to ${max} characters`);
  return { email, name, role, password, isMade: given === undefined };
}

function read<T>(input: CommandInput, option: string, schema: z.ZodType<T>, expected: string): T {
  const parsed = schema.safeParse(textOption(input, option));
  if (!parsed.success) throw new CommandError(`--${option} is needed: ${expected}.`);
  return parsed.data;
}

/** 120 random bits. */
function makePassword(): string {
  return randomBytes(15).toString("base64url");
}

import { describe, expect, it } from "vitest";
import { emailIdentity, externalIdentity, normalizeEmail, personIdentity } from "./identity.ts";

describe("what names a lead", () => {
  it("an e-mail names the same lead whatever its case and blanks", () => {
    expect(emailIdentity(" DUP@Example.com ")).toEqual(emailIdentity("dup@example.com"));
    expect(normalizeEmail("jan . de vries@example.nl")).toBe("jan.devries@example.nl");
  });

  it("role addresses name no lead, also with a tag", () => {
    for (const address of ["info@acme.nl", "Sales@acme.nl", "verkoop@acme.nl", "info+nl@acme.nl", "no-reply@acme.nl"])
      expect(emailIdentity(address)).toBeNull();
    expect(emailIdentity("infolina@acme.nl")).not.toBeNull();
  });

  it("what is no address names nobody", () => {
    for (const text of ["", "n/a", "@acme.nl", "jan@", "jan@acme@nl", `${"a".repeat(320)}@b.nl`])
      expect(normalizeEmail(text)).toBeNull();
  });

  it("the same id at another source is another lead", () => {
    expect(externalIdentity("hubspot", "7")).not.toEqual(externalIdentity("salesforce", "7"));
    expect(externalIdentity("hubspot", " 7 ")).toEqual({ kind: "external:hubspot", value: "7" });
    expect(externalIdentity("hubspot", "  ")).toBeNull();
  });

  it("someone without e-mail and id is known by name, phone and company together", () => {
    const jan = personIdentity(["Jan", "de Vries", null, "Acme"]);
    expect(personIdentity(["jan", "De  Vries ", "", "ACME"])).toEqual(jan);
    expect(personIdentity(["Jan", "de Vries", "06", "Acme"])).not.toEqual(jan);
    expect(personIdentity([null, "", " "])).toBeNull();
  });
});

import { expect, it } from "vitest";
import { typeKey } from "./type-key.ts";

it.each([
  ["Prijspagina bekeken", "prijspagina_bekeken"],
  ["  Éénmalige call! ", "eenmalige_call"],
  ["3 e-mails", "e_mails"],
  ["???", ""],
])("a type called %s has the key %s", (label, key) => {
  expect(typeKey(label)).toBe(key);
});

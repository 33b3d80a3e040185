import { describe, expect, test } from "vitest";
import { mayArrange, sidesOf } from "#lib/model/sign-off.ts";
import { can, isGranted, mayPlan, PERMISSIONS } from "./permissions.ts";
import { ROLES } from "./roles.ts";

describe("who may do what", () => {
  test("an admin may do everything", () => {
    for (const permission of PERMISSIONS) expect(can("admin", permission)).toBe(true);
  });
  test("who has no role yet may do nothing but sign in", () => {
    for (const permission of PERMISSIONS) expect(can(null, permission)).toBe(false);
    expect(isGranted({ role: null }, "signed_in")).toBe(true);
  });
  test("nobody passes without a session, but for what is public", () => {
    expect(isGranted(null, "signed_in")).toBe(false);
    expect(isGranted(null, "view_matrix")).toBe(false);
    expect(isGranted(null, "public")).toBe(true);
  });
  test("only admins manage users and settings", () => {
    expect(ROLES.filter((role) => can(role, "manage_users"))).toEqual(["admin"]);
    expect(ROLES.filter((role) => can(role, "manage_settings"))).toEqual(["admin"]);
  });
  test("reps work leads, and neither change the model nor take data in or out", () => {
    expect(PERMISSIONS.filter((permission) => can("rep", permission))).toEqual([
      "work_leads",
      "view_leads",
      "flag_leads",
      "adjust_scores",
      "view_matrix",
      "view_model",
    ]);
  });
  test("who is measured by the score corrects it by hand within what the organisation sets, others as they see fit", () => {
    expect(ROLES.filter((role) => can(role, "adjust_scores"))).toEqual(["rep", "marketer", "manager", "admin"]);
    expect(ROLES.filter((role) => can(role, "adjust_freely"))).toEqual(["marketer", "manager", "admin"]);
  });
  test("who sees all leads says which of them are one person", () => {
    expect(ROLES.filter((role) => can(role, "merge_leads"))).toEqual(["marketer", "manager", "admin"]);
  });
  test("who leads the team gives leads to somebody else and says who is away; others only that they are", () => {
    expect(ROLES.filter((role) => can(role, "manage_team"))).toEqual(["manager", "admin"]);
    expect(mayPlan({ userId: 7, role: "rep" }, 7)).toBe(true);
    expect(mayPlan({ userId: 7, role: "rep" }, 8)).toBe(false);
    expect(mayPlan({ userId: 7, role: "manager" }, 8)).toBe(true);
  });
  test("marketing publishes the model; managers sign it", () => {
    expect(ROLES.filter((role) => can(role, "publish_model"))).toEqual(["marketer", "admin"]);
    expect(ROLES.filter((role) => can(role, "sign_model"))).toEqual(["marketer", "manager", "admin"]);
    expect(ROLES.filter((role) => sidesOf(role).length > 0)).toEqual(["marketer", "manager", "admin"]);
  });
  test("who says which models score, and in what order, is who manages sign-off while it is on", () => {
    expect(ROLES.filter((role) => mayArrange(role, false))).toEqual(["marketer", "manager", "admin"]);
    expect(ROLES.filter((role) => mayArrange(role, true))).toEqual(["manager", "admin"]);
  });
  test("who needs the signatures of others does not switch them off", () => {
    expect(ROLES.filter((role) => can(role, "manage_sign_off"))).toEqual(["manager", "admin"]);
  });
});

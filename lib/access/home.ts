import type { Role } from "./roles.ts";

/** The page a person opens first. */
export function homeOf(role: Role | null) {
  switch (role) {
    case "rep":
      return "/today";
    case "marketer":
      return "/matrix";
    case "manager":
      return "/performance";
    case "admin":
      return "/settings/users";
    case null:
      return "/welcome";
  }
}

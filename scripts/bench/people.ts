/** What made-up people are called, and what else is said of them. */
export const FIRST_NAMES = [
  "Jan",
  "Sanne",
  "Zoë",
  "Mehmet",
  "Lotte",
  "Björn",
  "Fatima",
  "Pieter",
  "Élise",
  "Noor",
  "Tess",
  "Ruben",
] as const;
export const LAST_NAMES = [
  "de Vries",
  "Jansen",
  "van den Berg",
  "Yılmaz",
  "Müller",
  "Peeters",
  "Bakker",
  "Ødegård",
  "Smit",
  "Dubois",
  "van Dijk",
  "Willems",
  "Kowalski",
  "Claes",
] as const;
export const TITLES = [
  "Head of Operations",
  "Inkoper",
  "CEO",
  "Marketing manager",
  "IT-architect",
  "Controller",
  "HR-adviseur",
  "Sales Director",
  "Developer",
  "Student",
  "Directeur",
  "Logistics planner",
] as const;
export const CITIES = ["Amsterdam", "Gent", "Köln", "Utrecht", "Antwerpen", "Düsseldorf", "Eindhoven", "Luik"] as const;
export const SOURCES = ["google", "referral", "fair", "webinar", "partner"] as const;
export const INTERESTS = ["crm", "erp", "mail", "bi", "security"] as const;

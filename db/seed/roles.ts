import type { Language } from "./names.ts";

/**
 * What people do. `planning` decides about planning software, `direction` signs for it; `other`
 * reads along. Titles as people write them, in their own language.
 */
export const ROLES_AT_WORK = ["planning", "direction", "other", "student"] as const;
export type RoleAtWork = (typeof ROLES_AT_WORK)[number];

export const TITLES: Readonly<Record<RoleAtWork, Readonly<Record<Language, readonly string[]>>>> = {
  planning: {
    nl: [
      "Hoofd Operations",
      "Manager Planning",
      "Servicemanager",
      "Operations Manager",
      "Hoofd Buitendienst",
      "Planner",
    ],
    be: [
      "Operations Director",
      "Planning Manager",
      "Servicemanager",
      "Hoofd Planning",
      "Operations Manager",
      "Planner",
    ],
    fr: ["Responsable Planning", "Responsable Service", "Operations Manager"],
    de: ["Leiter Service", "Einsatzleiter", "Leiter Operations", "Serviceleiter", "Disponent"],
  },
  direction: {
    nl: ["Directeur", "Bedrijfsleider", "COO", "Eigenaar", "Algemeen directeur"],
    be: ["Zaakvoerder", "Directeur", "COO", "Algemeen directeur"],
    fr: ["Gérant", "Directeur général"],
    de: ["Geschäftsführer", "Inhaber", "Kaufm. Leiter", "Prokurist"],
  },
  other: {
    nl: [
      "Office Manager",
      "Inkoper",
      "Controller",
      "HR-adviseur",
      "IT-beheerder",
      "Marketing Manager",
      "Monteur",
      "Projectleider",
    ],
    be: [
      "Office Manager",
      "Aankoper",
      "Boekhouder",
      "HR-verantwoordelijke",
      "IT Manager",
      "Technieker",
      "Projectleider",
    ],
    fr: ["Assistant de direction", "Acheteur", "Comptable", "Technicien"],
    de: ["Einkäufer", "Buchhaltung", "Personalreferent", "IT-Leiter", "Monteur", "Projektleiter"],
  },
  student: {
    nl: ["Student", "Stagiair", "Student bedrijfskunde"],
    be: ["Student", "Stagiair"],
    fr: ["Étudiant"],
    de: ["Student", "Werkstudent"],
  },
};

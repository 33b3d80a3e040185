/**
 * Where leads come from. Planted: a referral is best, and template ads on LinkedIn bring people who
 * neither suit nor answer. `quality` moves the appetite, `suitable` is the chance of a suiting role.
 */
export const LEAD_SOURCES = [
  { name: "Google search", share: 26, quality: 0.1, suitable: 0.58 },
  { name: "Google Ads", share: 15, quality: -0.1, suitable: 0.52 },
  { name: "Website", share: 13, quality: 0.1, suitable: 0.58 },
  { name: "LinkedIn template ad", share: 13, quality: -1.5, suitable: 0.25 },
  { name: "Webinar", share: 12, quality: -0.25, suitable: 0.5 },
  { name: "Trade fair", share: 8, quality: 0, suitable: 0.6 },
  { name: "Partner", share: 6, quality: 0.3, suitable: 0.6 },
  { name: "Referral", share: 7, quality: 2, suitable: 0.7 },
] as const;

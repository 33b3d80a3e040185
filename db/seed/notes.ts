import type { RejectionReason } from "#lib/lifecycle/constants.ts";

/** What reps of the demo organisation wrote down. */
export const NOTES = {
  noAnswer: ["Voicemail ingesproken", "Centrale: vanmiddag weer bereikbaar", "In gesprek", "Vrij tot maandag"],
  called: [
    "Kijkt eerst met de planner, morgen weer bellen",
    "Wil weten of Exact gekoppeld wordt",
    "Plant nu in Excel, twee planners",
    "Zat in de bus, belt terug",
    "Vroeg naar de prijs per monteur",
  ],
  accepted: [
    "Wil een demo met beide planners",
    "Storingsdienst loopt vast, zoekt voor de zomer iets",
    "Contract oude pakket loopt af in het najaar",
    "Groeit van 12 naar 20 monteurs",
    "Directie wil offertes van drie partijen",
  ],
  email: [
    "Casus gestuurd",
    "Agenda-uitnodiging gestuurd",
    "Uitleg over de koppeling gestuurd",
    "Prijsopbouw toegelicht",
  ],
  meeting: ["Demo gegeven, directeur erbij", "Demo online, vragen over voorraad in de bus", "Kennismaking op locatie"],
  snoozed: ["Belt liever na de vakantie", "Eerst intern overleg", "Budget wordt volgende week besproken"],
  rejected: {
    no_budget: "Dit jaar geen budget meer",
    no_need: "Tevreden met het huidige planbord",
    bad_timing: "Zit midden in een overname",
    not_decision_maker: "Gaat er niet over, noemde de bedrijfsleider",
    bad_fit: "Heeft geen eigen monteurs",
    competitor: "Heeft net bij een ander getekend",
    declined: "Wil niet verder, vriendelijk bedankt",
    unreachable: "Na vijf pogingen niemand gesproken",
    bad_data: "Nummer hoort bij een ander bedrijf",
  } satisfies Readonly<Record<RejectionReason, string>>,
} as const;

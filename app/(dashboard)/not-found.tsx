export { MissingPage as default } from "#components/shell/missing-page.tsx";
export { generateMetadata } from "../not-found.tsx";

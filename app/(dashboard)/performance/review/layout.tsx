import { areaFor } from "#app/_server/area.tsx";

export default areaFor("hold_review");

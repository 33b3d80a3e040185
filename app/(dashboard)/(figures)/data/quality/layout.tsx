import { areaFor } from "#app/_server/area.tsx";

export default areaFor("view_performance");

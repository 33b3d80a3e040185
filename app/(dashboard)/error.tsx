"use client";

// Inside the frame, so that the way to the other pages stays.
export { FailedPage as default } from "#components/shell/failed-page.tsx";

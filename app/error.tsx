"use client";

import { BrandBar } from "#components/shell/brand-bar.tsx";
import { FailedPage, type FailedPageProps } from "#components/shell/failed-page.tsx";

export default function ErrorPage(props: FailedPageProps) {
  return (
    <>
      <BrandBar />
      <FailedPage {...props} />
    </>
  );
}

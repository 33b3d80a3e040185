/** The address of a page about a model. */
export function addressOf(page: string, modelId: number): string {
  return `${page}?model=${modelId}`;
}

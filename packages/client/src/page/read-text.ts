/** Stands in for `../read-text.ts` in the files that pages load: a tab bounds its own memory. */
export function readText(response: Response): Promise<string> {
  return response.text();
}

/** Stands in for `../cause-facts.ts` in the files that pages load: a browser's causes say nothing. */
export function causeFacts(): undefined {
  return undefined;
}

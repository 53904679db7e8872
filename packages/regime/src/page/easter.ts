/**
 * Stands in for `date-easter` in the files that pages load: of the library's three calendars France
 * counts by one, and no other code of its is dropped by a bundler. The Gregorian computus, any year.
 */
export function easter(year: number): { month: number; day: number } {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) %
    30;
  const moon = epact - Math.floor((epact + Math.floor(golden / 11)) / 29);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const march = 28 + moon - weekday;
  return march > 31 ? { month: 4, day: march - 31 } : { month: 3, day: march };
}

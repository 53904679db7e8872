/** What a browser sends back to the program whose page it has opened. */
export async function cookieOf(origin: string): Promise<string> {
  const [given = ''] = (await fetch(`${origin}/`)).headers.getSetCookie();
  return given.split(';')[0]!;
}

/** Whose agendas have slots of vendors, as far as one search knows. */
export class WithSlots {
  /** Person → its agendas. */
  readonly #agendas = new Map<string, Set<string>>();
  readonly #people = new Set<string>();

  /** Somebody has an agenda near. */
  note(person: string, agenda: string): void {
    const known = this.#agendas.get(person);
    if (known === undefined) this.#agendas.set(person, new Set([agenda]));
    else known.add(agenda);
  }

  /** A vendor said that somebody has slots. */
  add(person: string): void {
    this.#people.add(person);
  }

  get agendas(): string[] {
    return [...this.#people].flatMap((person) => [...(this.#agendas.get(person) ?? [])]);
  }
}

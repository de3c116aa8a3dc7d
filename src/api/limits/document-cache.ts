/**
 * Parsed documents by their text, the least recently used forgotten first.
 *
 * Bounded by the characters of the texts it keeps, not by how many they are: Yoga's own cache of 1 024 documents would keep as many of the
 * longest that a hostile client can send.
 */
export class DocumentCache<Value> {
  readonly #values = new Map<string, Value>();
  readonly #mostCharacters: number;
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  get(text: string): Value | undefined {
    const value = this.#values.get(text);
    if (value !== undefined) {
      this.#values.delete(text);
      this.#values.set(text, value);
    }
    return value;
  }

  set(text: string, value: Value): void {
    if (text.length > this.#mostCharacters / 16) return;
    if (!this.#values.delete(text)) this.#characters += text.length;
    this.#values.set(text, value);
    for (const oldest of this.#values.keys()) {
      if (this.#characters <= this.#mostCharacters) return;
      this.#values.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

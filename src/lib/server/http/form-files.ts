/** A file of a form as it arrives. The next one comes when this one has been read to its end. */
export interface FormFile {
  fileName: string;
  body: ReadableStream<Uint8Array>;
}

/** Longest head of a part that is looked at. */
const longestHead = 16_384;

/**
 * The files of a `multipart/form-data` body (RFC 7578), one after the other, in constant memory; fields
 * without a file, and files without a name, are passed over.
 *
 * @throws Error when the body ends in the middle of a part
 */
export async function* filesOfForm(
  body: ReadableStream<Uint8Array>,
  boundary: string
): AsyncGenerator<FormFile> {
  const parts = new Parts(body, boundary);
  if (!(await parts.skipToNext())) return;
  for (;;) {
    const head = await parts.head();
    if (head === null) return;
    const name = fileNameIn(head);
    if (name !== null && name !== '') yield { fileName: name, body: parts.content() };
    if (!(await parts.skipToNext())) return;
  }
}

function fileNameIn(head: string): string | null {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const found = /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  if (found === undefined) return null;
  return found.replaceAll('%22', '"').replaceAll('\\"', '"').slice(-255);
}

/** Walks through the parts of a body. The boundary is looked for across the pieces it arrives in. */
class Parts {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #mark: Buffer;
  /** as if a line end stood before the first boundary */
  #rest: Buffer = Buffer.from('\r\n');
  #isEnded = false;

  constructor(body: ReadableStream<Uint8Array>, boundary: string) {
    this.#reader = body.getReader();
    this.#mark = Buffer.from(`\r\n--${boundary}`);
  }

  /** Passes over what is left of a part and its boundary; false after the last one. */
  async skipToNext(): Promise<boolean> {
    while ((await this.#piece()) !== null);
    while (this.#rest.length < this.#mark.length + 2)
      if (!(await this.#more())) throw new Error('the form ended in the middle');
    const after = this.#rest.toString('latin1', this.#mark.length, this.#mark.length + 2);
    this.#rest = this.#rest.subarray(this.#mark.length + 2);
    return after !== '--';
  }

  /** The head of a part; null when the body ends before it does. */
  async head(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end >= 0) {
        const head = this.#rest.toString('utf8', 0, end);
        // The line end before a boundary may be the one that closes an empty part.
        this.#rest = this.#rest.subarray(end + 4);
        return head;
      }
      if (this.#rest.length > longestHead) throw new Error('the head of a part is too long');
      if (!(await this.#more())) return null;
    }
  }

  /** The bytes of the part up to its boundary. */
  content(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const piece = await this.#piece();
        if (piece === null) controller.close();
        else controller.enqueue(piece);
      }
    });
  }

  /** Some bytes before the next boundary; null at the boundary, which stays. */
  async #piece(): Promise<Uint8Array | null> {
    for (;;) {
      const at = this.#rest.indexOf(this.#mark);
      if (at === 0) return null;
      const keep = this.#mark.length - 1;
      const end = at > 0 ? at : this.#rest.length - keep;
      if (end > 0) {
        const piece = this.#rest.subarray(0, end);
        this.#rest = this.#rest.subarray(end);
        return new Uint8Array(piece);
      }
      if (!(await this.#more())) throw new Error('the form ended in the middle');
    }
  }

  async #more(): Promise<boolean> {
    if (this.#isEnded) return false;
    const { value, done } = await this.#reader.read();
    if (done) {
      this.#isEnded = true;
      return false;
    }
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
    return true;
  }
}

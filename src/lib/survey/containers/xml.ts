import { ContainerFault } from './fault';
import type { Limits } from './limits';

/** What is told of an XML text, in order. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * A small streaming reader for the XML that workbooks are made of. It expands no entity but the five of
 * XML itself and character numbers, and refuses document type definitions, so a file cannot make it
 * read anything else or grow a text.
 *
 * @throws ContainerFault when elements do not match, nest too deeply, or one piece is too long
 */
export class XmlReader {
  #rest = '';
  readonly #open: string[] = [];
  readonly #decoder = new TextDecoder();

  constructor(
    private readonly listener: XmlHandler,
    private readonly limits: Limits
  ) {}

  push(bytes: Uint8Array): void {
    this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#read(this.#decoder.decode());
    if (this.#open.length > 0 || this.#rest.trim() !== '') throw new ContainerFault('XLSX_DAMAGED');
  }

  #read(more: string): void {
    const text = this.#rest === '' ? more : this.#rest + more;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = tagEnd(text, start);
      if (end < 0) break;
      if (start > at && this.#open.length > 0) this.listener.text(unescape(text.slice(at, start)));
      this.#tag(text, start, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > 4 * this.limits.cell) throw new ContainerFault('XLSX_DAMAGED');
  }

  #tag(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start + 1);
    if (first === SLASH) {
      const name = localName(text.slice(start + 2, end - 1).trim());
      if (this.#open.pop() !== name) throw new ContainerFault('XLSX_DAMAGED');
      this.listener.close(name);
      return;
    }
    if (first === QUESTION) return;
    if (first === EXCLAMATION) {
      if (text.startsWith('<![CDATA[', start)) this.listener.text(text.slice(start + 9, end - 3));
      else if (!text.startsWith('<!--', start)) throw new ContainerFault('XLSX_DAMAGED');
      return;
    }
    const isEmpty = text.charCodeAt(end - 2) === SLASH;
    const inside = text.slice(start + 1, isEmpty ? end - 2 : end - 1);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.listener.open(name, space < 0 ? '' : inside.slice(space));
    if (isEmpty) this.listener.close(name);
    else if (this.#open.push(name) > this.limits.depth) throw new ContainerFault('XLSX_DAMAGED');
  }
}

const SLASH = 47;
const QUESTION = 63;
const EXCLAMATION = 33;

/** Position after the tag that starts at `start`; -1 when it is not whole yet. */
function tagEnd(text: string, start: number): number {
  const second = text.charCodeAt(start + 1);
  const after = (mark: string): number => {
    const at = text.indexOf(mark, start + 2);
    return at < 0 ? -1 : at + mark.length;
  };
  if (second === EXCLAMATION) {
    // Which of the two it is must be seen first.
    if (text.length < start + 9) return -1;
    return after(text.startsWith('<!--', start) ? '-->' : text[start + 2] === '[' ? ']]>' : '>');
  }
  if (second === QUESTION) return after('?>');
  for (let at = start + 1; ;) {
    const close = text.indexOf('>', at);
    if (close < 0) return -1;
    // A ">" may stand inside an attribute.
    const quote = openQuote(text, start, close);
    if (quote === '') return close + 1;
    const shut = text.indexOf(quote, close);
    if (shut < 0) return -1;
    at = shut + 1;
  }
}

function openQuote(text: string, start: number, end: number): '"' | "'" | '' {
  let quote: '"' | "'" | '' = '';
  for (let i = start; i < end; i++) {
    const char = text.charCodeAt(i);
    if (quote === '') {
      if (char === 34) quote = '"';
      else if (char === 39) quote = "'";
    } else if (quote === text[i]) quote = '';
  }
  return quote;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g, (_, name: string) => {
        if (!name.startsWith('#')) return NAMED[name] ?? '';
        const hexadecimal = name[1] === 'x';
        const code = parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

/** Value of an attribute, by its name with or without prefix; null when absent. */
export function attribute(attributes: string, name: string): string | null {
  for (let from = 0; ;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return null;
    const before = attributes[at - 1] ?? ' ';
    const quote = attributes[at + name.length + 1] ?? '"';
    const start = at + name.length + 2;
    const end = attributes.indexOf(quote, start);
    if (end < 0) return null;
    if (/[\s:]/.test(before)) return unescape(attributes.slice(start, end));
    from = end;
  }
}

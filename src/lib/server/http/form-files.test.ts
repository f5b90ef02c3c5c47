import { fc, test as check } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { filesOfForm } from './form-files';

const boundary = '----groundswell';

/** A form as a browser sends it. */
const formOf = (parts: readonly { name: string; fileName?: string; content: string }[]): string =>
  parts
    .map(
      ({ name, fileName, content }) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`
    )
    .join('') + `--${boundary}--\r\n`;

/** The text in pieces of a length. */
const inPieces = (text: string, length: number): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    }
  });
};

async function read(body: ReadableStream<Uint8Array>): Promise<[string, string][]> {
  const files: [string, string][] = [];
  for await (const { fileName, body: content } of filesOfForm(body, boundary))
    files.push([fileName, await new Response(content).text()]);
  return files;
}

describe('the files of a form', () => {
  check.prop([
    fc.array(
      fc.record({
        fileName: fc.stringMatching(/^[a-z]{1,8}\.csv$/),
        content: fc.oneof(
          fc.string(),
          fc.constantFrom('', '\r\n', '--', '\r\n--', `\r\n--${boundary.slice(0, -1)}x`)
        )
      }),
      { maxLength: 4 }
    ),
    fc.integer({ min: 1, max: 200 })
  ])('come out as they went in, however the bytes arrive', async (files, length) => {
    const text = formOf(files.map((file) => ({ name: 'files', ...file })));
    expect(await read(inPieces(text, length))).toEqual(
      files.map(({ fileName, content }) => [
        fileName,
        new TextDecoder().decode(new TextEncoder().encode(content))
      ])
    );
  });

  test('fields without a file, and an input nobody filled, are passed over', async () => {
    const text = formOf([
      { name: 'draft', content: 'x' },
      { name: 'files', fileName: '', content: '' },
      { name: 'files', fileName: 'a.csv', content: 'a,b\r\n1,2\r\n' }
    ]);
    expect(await read(inPieces(text, 7))).toEqual([['a.csv', 'a,b\r\n1,2\r\n']]);
  });

  test('a form that ends in the middle is an error', async () => {
    const text = formOf([{ name: 'files', fileName: 'a.csv', content: 'a,b\r\n' }]);
    await expect(read(inPieces(text.slice(0, -12), 9))).rejects.toThrow('middle');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/operations/app.server';
import { correctImport } from '#app/operations/treaty/correct-import.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { previewImport } from '#app/operations/treaty/preview-import.server';
import { readText } from '#app/operations/treaty/read-text.server';
import { seeImport } from '#app/operations/treaty/see-import.server';
import { freshApp, person, valueOf, VISITOR, type FreshApp, type PersonActor } from '../store/fresh-app';

// As secretariats publish: a stray note between two articles, and a paragraph whose number was lost.
const FILE = `CONVENTION ON LIGHTHOUSES

Article 1
Lamps

1. Each State Party shall keep its lamps lit.

Received by the registry on a Tuesday.

2. Nobody shall put out a lamp.

Article 2
Keepers

1. A keeper shall be paid. A keeper shall be fed.
3. A keeper may own a dog.
`;
const DETAILS = { title: 'Convention on Lighthouses', version: 'Draft', language: 'en', visibility: 'private' };
const file = { name: 'lights.txt', bytes: new TextEncoder().encode(FILE) };

let fresh: FreshApp;
let app: App;
let rosa: PersonActor;
beforeAll(async () => {
  fresh = await freshApp();
  app = fresh.app;
  rosa = await person(app, 'rosa');
});
afterAll(() => fresh.remove());

const eIdsOf = async (upload: string): Promise<string[]> => {
  const { outline } = valueOf(await seeImport(rosa, app, upload, null));
  return outline.provisions.flatMap(function flat(one): string[] {
    return [one.eId, ...one.children.flatMap(flat)];
  });
};

describe('an import that is corrected', () => {
  let upload: string;

  it('shows its doubts, with the source around the first of them and what each line was read as', async () => {
    upload = valueOf(await previewImport(rosa, app, file)).upload;
    const view = valueOf(await seeImport(rosa, app, upload, null));
    expect(view.outline.uncertain.map((one) => one.line)).toContain(16);
    expect(view.line).toBe(view.outline.uncertain[0]!.line);
    const at = (line: number) => view.lines.find((one) => one.line === line)!;
    expect(at(12).read).toMatchObject({ kind: 'article', eId: 'art_2' });
    expect(at(13).read).toBeNull();
    expect(at(16).text).toBe('3. A keeper may own a dog.');
  });

  it('takes what a person says of single lines, and only what fits', async () => {
    valueOf(await correctImport(rosa, app, upload, { change: 'read-as', line: '8', as: 'furniture' }));
    expect(
      await correctImport(rosa, app, upload, { change: 'split', line: '15', words: 'no such words' }),
    ).toMatchObject({ ok: false, code: 'invalid' });
    valueOf(await correctImport(rosa, app, upload, { change: 'split', line: '15', words: 'A keeper shall be fed' }));
    const view = valueOf(await seeImport(rosa, app, upload, 15));
    const piece = view.lines.find((one) => one.line === 15 && one.column > 0)!;
    expect(piece.text).toBe('A keeper shall be fed.');
    valueOf(
      await correctImport(rosa, app, upload, {
        change: 'read-as',
        line: '15',
        column: String(piece.column),
        as: 'paragraph',
      }),
    );
    for (const doubt of view.outline.uncertain)
      valueOf(await correctImport(rosa, app, upload, { change: 'accept', line: String(doubt.line), what: doubt.what }));
    const after = valueOf(await seeImport(rosa, app, upload, 8));
    expect(after.outline.uncertain).toEqual([]);
    expect(after.lines.find((one) => one.line === 8)!.read).toBe('note');
    expect(after.outline.furniture.map((one) => one.text)).toContain('Received by the registry on a Tuesday.');
    expect(await eIdsOf(upload)).toEqual([
      'art_1',
      'art_1__para_1',
      'art_1__para_2',
      'art_2',
      'art_2__para_1',
      expect.stringMatching(/^art_2__para_/) as string,
      'art_2__para_3',
    ]);
  });

  it('takes a correction back, and gives it again', async () => {
    const before = await eIdsOf(upload);
    const { corrections } = valueOf(await seeImport(rosa, app, upload, null));
    const index = corrections.findIndex((one) => one.line === 8);
    valueOf(await correctImport(rosa, app, upload, { change: 'undo', index: String(index) }));
    expect(JSON.stringify(valueOf(await seeImport(rosa, app, upload, null)).outline.provisions)).toContain('registry');
    valueOf(await correctImport(rosa, app, upload, { change: 'read-as', line: '8', as: 'furniture' }));
    expect(await eIdsOf(upload)).toEqual(before);
  });

  it('is stored as corrected, and the same file then asks nothing again, of its owner and no one else', async () => {
    const eIds = await eIdsOf(upload);
    const stored = valueOf(await importText(rosa, app, { upload }, DETAILS));
    const { treaty, version, language } = stored;
    const text = valueOf(await readText(rosa, app, { treaty, version, language }));
    expect(text.html).not.toContain('registry');
    expect(text.html).toContain(`id="${eIds[5]}"`);

    const again = valueOf(await previewImport(rosa, app, file));
    expect(await eIdsOf(again.upload)).toEqual(eIds);
    expect(valueOf(await seeImport(rosa, app, again.upload, null)).outline.uncertain).toEqual([]);
    const direct = valueOf(await importText(rosa, app, file, { ...DETAILS, version: 'Again' }));
    expect(direct.sha256).toBe(stored.sha256);

    const lin = await person(app, 'lin');
    const hers = valueOf(await previewImport(lin, app, file));
    expect(valueOf(await seeImport(lin, app, hers.upload, null)).corrections).toEqual([]);
  });

  it('is nobody else’s to see, correct or store', async () => {
    const mira = await person(app, 'mira');
    for (const [who, code] of [
      [mira, 'gone'],
      [VISITOR, 'sign-in-needed'],
    ] as const) {
      expect(await seeImport(who, app, upload, null)).toMatchObject({ ok: false, code });
      expect(await correctImport(who, app, upload, { change: 'undo', index: '0' })).toMatchObject({ ok: false, code });
      expect(await importText(who, app, { upload }, DETAILS)).toMatchObject({ ok: false, code });
    }
  });

  it('refuses a correction that would leave no article', async () => {
    const one = valueOf(
      await previewImport(rosa, app, {
        name: 'one.txt',
        bytes: new TextEncoder().encode('CONVENTION\n\nArticle 1\nLamps\n\nLamps burn.\n'),
      }),
    );
    expect(await correctImport(rosa, app, one.upload, { change: 'read-as', line: '3', as: 'furniture' })).toMatchObject(
      { ok: false, code: 'unreadable' },
    );
    expect(valueOf(await seeImport(rosa, app, one.upload, null)).corrections).toEqual([]);
  });
});

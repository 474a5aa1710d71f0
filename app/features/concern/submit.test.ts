import { describe, expect, it } from 'vitest';
import { fail, ok } from '#app/domain/result';
import { readAnswer } from './submit';

describe('what came back from the server', () => {
  it('is an answer when it is a success or a failure with a code of ours', () => {
    expect(readAnswer(ok({ number: 12 }))).toEqual({ ok: true, value: { number: 12 } });
    expect(readAnswer(fail('storage-full', { detail: 'No room.' }))).toMatchObject({ code: 'storage-full' });
  });

  it.each([undefined, null, '<html>', {}, { ok: 'yes' }, { ok: false }, { ok: false, code: 'odd' }])(
    'never counts as posted when it is %j',
    (value) => {
      expect(readAnswer(value)).toEqual({ ok: false, code: 'unreachable' });
    },
  );
});

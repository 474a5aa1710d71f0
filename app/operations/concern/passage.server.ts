import { canonicalise, type SpannedProvision } from '#app/domain/treaty/canonical';
import { makeAnchor } from '#app/domain/treaty/passage';
import { fail, ok, type Result } from '#app/domain/result';
import type { Scope } from '#app/domain/concern/thread';
import type { PlacementRow } from '#app/store/concern/concerns.server';
import { newId } from '../app.server';

interface Asked {
  readonly scope: Scope;
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string;
  readonly eId: string;
}

/**
 * The placement that a form asks for, made from the text itself. The words that the person saw must be the words that are
 * there: a concern is never placed on others. Codes: invalid.
 */
export function placementFor(
  text: { readonly id: string; readonly characters: string },
  provisions: readonly SpannedProvision[],
  asked: Asked,
  now: Date,
): Result<PlacementRow> {
  const common = { id: newId(), textId: text.id, outcome: 'exact', createdAt: now };
  if (asked.scope === 'treaty')
    return ok({ ...common, scope: 'treaty', start: null, end: null, exact: '', prefix: '', suffix: '', eIds: '[]' });

  let { start, end } = asked;
  if (asked.scope === 'provision') {
    const provision = provisions.find((p) => p.eId === asked.eId);
    if (!provision)
      return fail('invalid', { fields: { passage: 'This provision is not in the text. Choose it again.' } });
    if (provision.start === provision.end)
      return fail('invalid', { fields: { passage: 'This provision has no words of its own. Choose one inside it.' } });
    ({ start, end } = provision);
  }
  if (start === null || end === null) return fail('invalid', { fields: { passage: 'Select a passage first.' } });
  const anchor = makeAnchor(text.characters, provisions, start, end);
  if (!anchor.ok) return { ...anchor, fields: { passage: anchor.detail ?? 'Select a passage first.' } };
  if (asked.scope === 'passage' && canonicalise(asked.exact) !== canonicalise(anchor.value.exact))
    return fail('invalid', {
      fields: { passage: 'The passage on your screen is not the one in the text. Reload and select it again.' },
    });
  const { exact, prefix, suffix } = anchor.value;
  const eIds = asked.scope === 'provision' ? [asked.eId] : anchor.value.eIds;
  return ok({
    ...common,
    scope: asked.scope,
    start: anchor.value.start,
    end: anchor.value.end,
    exact,
    prefix,
    suffix,
    eIds: JSON.stringify(eIds),
  });
}

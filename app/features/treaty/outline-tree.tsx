import type { Provision } from '#app/domain/treaty/outline';
import { Tag } from '#app/ui/badges';

const FOLDED = new Set(['article', 'recital', 'preamble', 'conclusions']);

/** The structure that was found; articles are folded, each opens to its words. */
export function OutlineTree({
  provisions,
  uncertain,
}: {
  provisions: readonly Provision[];
  uncertain: ReadonlySet<string>;
}) {
  return (
    <ul className="plain-list outline">
      {provisions.map((provision) => {
        const name = (
          <>
            <b>{provision.label || provision.number}</b> {provision.heading}
            {uncertain.has(provision.eId) ? (
              <>
                {' '}
                <Tag tone="warn">?</Tag>
              </>
            ) : null}
          </>
        );
        const inside = (
          <>
            {provision.text ? <p dir="auto">{provision.text}</p> : null}
            {provision.children.length > 0 ? (
              <OutlineTree provisions={provision.children} uncertain={uncertain} />
            ) : null}
            {provision.closing ? <p dir="auto">{provision.closing}</p> : null}
          </>
        );
        return (
          <li key={provision.eId} dir="auto">
            {FOLDED.has(provision.kind) ? (
              <details>
                <summary>{name}</summary>
                {inside}
              </details>
            ) : (
              <>
                <div>{name}</div>
                {inside}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How many articles and provisions a tree holds. */
export function countKinds(provisions: readonly Provision[]): { articles: number; provisions: number } {
  let articles = 0;
  let all = 0;
  const visit = (list: readonly Provision[]) => {
    for (const one of list) {
      all += 1;
      if (one.kind === 'article') articles += 1;
      visit(one.children);
    }
  };
  visit(provisions);
  return { articles, provisions: all };
}

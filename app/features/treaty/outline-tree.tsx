import { Link } from '@remix-run/react';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { say } from '#app/domain/words/words';
import { Tag } from '#app/ui/badges';

const FOLDED = new Set(['article', 'recital', 'preamble', 'conclusions']);
const MOST_SHOWN = 500;

interface TreeProps {
  readonly provisions: readonly Provision[];
  readonly uncertain: ReadonlySet<string>;
  /** Whether each provision leads to its line in the source. */
  readonly linked: boolean;
}

/** The structure that was found; articles are folded, each opens to its words. */
function OutlineTree({ provisions, uncertain, linked }: TreeProps) {
  return (
    <ul className="plain-list outline">
      {provisions.map((provision) => (
        <li key={provision.eId} dir="auto">
          {FOLDED.has(provision.kind) ? (
            <details>
              <summary>
                <Name provision={provision} uncertain={uncertain} linked={false} />
              </summary>
              <Inside provision={provision} uncertain={uncertain} linked={linked} />
            </details>
          ) : (
            <>
              <div>
                <Name provision={provision} uncertain={uncertain} linked={linked} />
              </div>
              <Inside provision={provision} uncertain={uncertain} linked={linked} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type PartProps = Omit<TreeProps, 'provisions'> & { readonly provision: Provision };

function Name({ provision, uncertain, linked }: PartProps) {
  return (
    <>
      <b>{provision.label || provision.number}</b> {provision.heading}{' '}
      {uncertain.has(provision.eId) ? <Tag tone="warn">?</Tag> : null}{' '}
      {linked ? <ToSource provision={provision} /> : null}
    </>
  );
}

function ToSource({ provision }: { provision: Provision }) {
  if (provision.line === undefined) return null;
  return (
    <Link to={`?line=${provision.line}#source`} preventScrollReset className="quiet to-source">
      {say('import.at-line', { line: provision.line })}
    </Link>
  );
}

function Inside({ provision, uncertain, linked }: PartProps) {
  return (
    <>
      {FOLDED.has(provision.kind) && linked ? <ToSource provision={provision} /> : null}
      {provision.text ? <p dir="auto">{provision.text}</p> : null}
      {provision.children.length > 0 ? (
        <OutlineTree provisions={provision.children} uncertain={uncertain} linked={linked} />
      ) : null}
      {provision.closing ? <p dir="auto">{provision.closing}</p> : null}
    </>
  );
}

/** The outline of an upload, what was counted in it, and what was taken out. */
export function OutlinePanel({ outline, correctable }: { outline: Outline; correctable: boolean }) {
  return (
    <section className="card stack" aria-labelledby="outline-title">
      <h2 id="outline-title">{say('import.outline')}</h2>
      <p className="quiet">{say('import.found', countKinds(outline.provisions))}</p>
      <OutlineTree
        provisions={outline.provisions}
        uncertain={new Set(outline.uncertain.map((one) => one.where))}
        linked={correctable}
      />
      {outline.furniture.length > 0 ? (
        <details>
          <summary>{say('import.furniture', { count: outline.furniture.length })}</summary>
          <ul className="quiet">
            {outline.furniture.slice(0, MOST_SHOWN).map((one, i) => (
              <li key={i} dir="auto">
                {correctable ? (
                  <Link to={`?line=${one.line}#source`} preventScrollReset>
                    {say('import.at-line', { line: one.line })}
                  </Link>
                ) : null}{' '}
                {say(`reading.${one.what}`)}: {one.text.slice(0, 200)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** How many articles and provisions a tree holds. */
function countKinds(provisions: readonly Provision[]): { articles: number; provisions: number } {
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

import { ASKS, CATEGORIES, SEVERITIES, type Ask, type Category, type Severity } from '#app/domain/concern/taxonomy';
import type { Body } from '#app/domain/concern/body';
import { SeverityBadge, Chip } from '#app/ui/badges';
import { BodyView } from '#app/ui/body';
import { isBody } from './draft';
import { useTools } from './tools';

/** What somebody else saved meanwhile, as far as a `conflict` told. */
export interface Theirs {
  readonly revision: number;
  readonly body: Body;
  readonly category: Category | null;
  readonly severity: Severity | null;
  /** Undefined where the thing has no ask at all, as a reply. */
  readonly ask: Ask | null | undefined;
}

const among = <T extends string>(known: readonly T[], value: unknown): T | null =>
  known.find((one) => one === value) ?? null;

/** Reads the `theirs` of a failure, an object or its JSON; null when it cannot be shown. */
export function readTheirs(value: unknown): Theirs | null {
  let found = value;
  if (typeof found === 'string') {
    try {
      found = JSON.parse(found);
    } catch {
      return null;
    }
  }
  if (typeof found !== 'object' || found === null) return null;
  const { revision, body, category, severity, ask } = found as Record<string, unknown>;
  if (typeof revision !== 'number' || !isBody(body)) return null;
  return {
    revision,
    body,
    category: among(
      CATEGORIES.map((row) => row.id),
      category,
    ),
    severity: among(SEVERITIES, severity),
    ask: ask === undefined ? undefined : among(ASKS, ask),
  };
}

/** Their newest text above the form that still holds one's own. */
export function Conflict({ theirs }: { theirs: Theirs }) {
  const { words, taxonomy } = useTools();
  return (
    <div className="notice notice-warn conflict" role="alert" tabIndex={-1}>
      <p className="notice-title">{words.conflict.title}</p>
      <p className="conflict-label">{words.conflict.theirs}</p>
      {theirs.category && theirs.severity ? (
        <p className="cluster">
          <Chip hue={theirs.category}>{taxonomy.categories[theirs.category]}</Chip>
          <SeverityBadge severity={theirs.severity}>{taxonomy.severities[theirs.severity]}</SeverityBadge>
          {theirs.ask === undefined ? null : (
            <span className="quiet">{theirs.ask ? taxonomy.asks[theirs.ask] : words.conflict.noAsk}</span>
          )}
        </p>
      ) : null}
      <div className="card conflict-theirs">
        <BodyView body={theirs.body} />
      </div>
      <p>{words.conflict.mine}</p>
    </div>
  );
}

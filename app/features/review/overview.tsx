import { CONSTITUENCIES, type Category } from '#app/domain/concern/taxonomy';
import type { ConcernSummary } from '#app/domain/concern/thread';
import type { ContentsRow } from '#app/domain/review/reader';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { day, say } from '#app/domain/words/words';
import { Chip, SeverityBadge } from '#app/ui/badges';
import { LinkButton } from '#app/ui/buttons';
import { Card } from '#app/ui/cards';
import { Bars } from '#app/ui/charts';
import { EmptyState } from '#app/ui/feedback';
import { Matrix } from '#app/ui/matrix';

export interface Overview {
  readonly slug: string;
  readonly treaty: { readonly title: string; readonly unofficial: boolean; readonly versionLabel: string };
  readonly counts: {
    readonly concerns: number;
    readonly open: number;
    readonly replies: number;
    readonly organisations: number;
  };
  readonly contents: readonly ContentsRow[];
  readonly matrix: readonly {
    readonly category: string;
    readonly byConstituency: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
  readonly latest: readonly ConcernSummary[];
  readonly activity: readonly { readonly kind: ActivityKind; readonly concern: number | null; readonly at: string }[];
}
type ActivityKind = Parameters<typeof say>[0] extends infer K ? (K extends `event.${infer E}` ? E : never) : never;

/** A review at a glance: counts, the map along the treaty, who says what, the newest. */
export function OverviewParts({ review }: { review: Overview }) {
  const base = `/reviews/${review.slug}`;
  if (review.counts.concerns === 0)
    return (
      <EmptyState
        title={say('review.no-concerns')}
        text={say('review.no-concerns-text')}
        action={
          <LinkButton href={`${base}/read`} tone="primary">
            {say('review.read-treaty')}
          </LinkButton>
        }
      />
    );
  return (
    <>
      <p className="quiet">
        {review.treaty.title} · {review.treaty.versionLabel} · {say('review.counts', review.counts)}
      </p>
      <TreatyMap review={review} base={base} />
      <CategoryMatrix rows={review.matrix} base={base} />
      <div className="side-by-side">
        <Latest concerns={review.latest} base={base} />
        <Activity events={review.activity} base={base} />
      </div>
    </>
  );
}

function TreatyMap({ review, base }: { review: Overview; base: string }) {
  let group = '';
  const columns = review.contents.flatMap((row) => {
    if (row.kind === 'chapter' || row.kind === 'part') group = row.eId;
    if (row.kind !== 'article') return [];
    const count = row.heat.reduce((sum, one) => sum + one.count, 0);
    const starts = group !== '';
    group = '';
    return [
      {
        key: row.eId,
        label: row.label,
        title: say('review.map-column', { number: row.label, heading: row.heading, count }),
        href: count > 0 ? `${base}/concerns?provision=${encodeURIComponent(row.eId)}` : `${base}/read#${row.eId}`,
        startsGroup: starts,
        segments: row.heat.map((one) => ({
          className: `c-${one.category}`,
          value: one.count,
          label: `${taxonomyEn.categories[one.category as Category]}: ${one.count}`,
        })),
      },
    ];
  });
  return (
    <section className="stack">
      <h2>{say('review.map')}</h2>
      <Bars label={say('review.map')} columns={columns} labelEvery={columns.length > 30 ? 5 : 1} />
    </section>
  );
}

function CategoryMatrix({ rows, base }: { rows: Overview['matrix']; base: string }) {
  const columns = [...CONSTITUENCIES, 'none'] as const;
  const name = (id: (typeof columns)[number]) => (id === 'none' ? say('review.none') : taxonomyEn.constituencies[id]);
  return (
    <Matrix
      caption={say('review.matrix')}
      corner={say('review.matrix-corner')}
      columns={[...columns.map((id) => ({ key: id, label: name(id) })), { key: 'total', label: say('review.total') }]}
      rows={rows.map((row) => {
        const category = taxonomyEn.categories[row.category as Category];
        const href = `${base}/concerns?category=${row.category}`;
        return {
          key: row.category,
          label: category,
          href,
          cells: [
            ...columns.map((id) => ({
              value: row.byConstituency[id] ?? 0,
              href: id === 'none' ? undefined : `${href}&constituency=${id}`,
              label: `${category}, ${name(id)}: ${row.byConstituency[id] ?? 0}`,
            })),
            { value: row.total, href, label: `${category}: ${row.total}` },
          ],
        };
      })}
    />
  );
}

function Latest({ concerns, base }: { concerns: readonly ConcernSummary[]; base: string }) {
  return (
    <section className="stack">
      <h2>{say('review.latest')}</h2>
      {concerns.map((concern) => (
        <Card key={concern.number} as="article" hue={concern.category}>
          <p className="cluster">
            <Chip hue={concern.category}>{taxonomyEn.categories[concern.category]}</Chip>
            <SeverityBadge severity={concern.severity}>{taxonomyEn.severities[concern.severity]}</SeverityBadge>
          </p>
          <p>
            <a className="card-link" href={`${base}/concerns/${concern.number}`}>
              {say('thread.title', { number: String(concern.number) })} ·{' '}
              {concern.placements[0]?.citation || say('review.whole-treaty')}
            </a>
          </p>
          <p>{concern.summary}</p>
        </Card>
      ))}
    </section>
  );
}

function Activity({ events, base }: { events: Overview['activity']; base: string }) {
  return (
    <section className="stack">
      <h2>{say('review.activity')}</h2>
      <ul className="plain-list stack">
        {events.map((event, i) => {
          const words = say(`event.${event.kind}`, { concern: String(event.concern ?? '') });
          return (
            <li key={i}>
              {event.concern ? <a href={`${base}/concerns/${event.concern}`}>{words}</a> : words}{' '}
              <span className="quiet">{day(event.at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

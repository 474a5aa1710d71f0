import { Fragment, type ReactNode } from 'react';

interface Span {
  readonly t: string;
  readonly b?: true;
  readonly i?: true;
  readonly href?: string;
}
interface Item {
  readonly c: readonly Span[];
  readonly sub?: List;
}
interface List {
  readonly ordered: boolean;
  readonly items: readonly Item[];
}
type Block = { readonly k: 'p' | 'quote'; readonly c: readonly Span[] } | ({ readonly k: 'list' } & List);

/** The part of a concern's body that is shown; `Body` of the domain fits it. */
export interface BodyViewProps {
  readonly body: { readonly blocks: readonly Block[] };
}

function Words({ t }: { t: string }) {
  const lines = t.split('\n');
  return lines.map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function Formatted({ span }: { span: Span }) {
  let shown: ReactNode = <Words t={span.t} />;
  if (span.i) shown = <em>{shown}</em>;
  if (span.b) shown = <strong>{shown}</strong>;
  return shown;
}

/** Neighbours with one address are one link, however they are formatted: one stop for the keyboard, one name to hear. */
function runs(spans: readonly Span[]): { href: string | undefined; spans: Span[] }[] {
  const all: { href: string | undefined; spans: Span[] }[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last && last.href === span.href) last.spans.push(span);
    else all.push({ href: span.href, spans: [span] });
  }
  return all;
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return runs(spans).map(({ href, spans: run }, at) => {
    const words = run.map((span, index) => <Formatted key={index} span={span} />);
    // The model's door lets no other scheme in; a row changed behind its back must not become a link either.
    return href !== undefined && /^(?:https?:\/\/|mailto:)/.test(href) ? (
      <a key={at} href={href} rel="noreferrer noopener nofollow">
        {words}
      </a>
    ) : (
      <Fragment key={at}>{words}</Fragment>
    );
  });
}

/** Only the outermost list asks for a direction: its first strong letter then moves all its marks to one side. */
function ListView({ list, outer = false }: { list: List; outer?: boolean }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag dir={outer ? 'auto' : undefined}>
      {list.items.map((item, at) => (
        <li key={at}>
          <Spans spans={item.c} />
          {item.sub && <ListView list={item.sub} />}
        </li>
      ))}
    </Tag>
  );
}

/** The one renderer of bodies on screen. Each block finds its own direction; nothing in a body is ever read as HTML. */
export function BodyView({ body }: BodyViewProps) {
  return body.blocks.map((block, at) => {
    if (block.k === 'list') return <ListView key={at} list={block} outer />;
    return block.k === 'quote' ? (
      <blockquote key={at} dir="auto">
        <Spans spans={block.c} />
      </blockquote>
    ) : (
      <p key={at} dir="auto">
        <Spans spans={block.c} />
      </p>
    );
  });
}
